"""What is true about exercise, diary, plan and time, whatever the computer; standard library only."""
