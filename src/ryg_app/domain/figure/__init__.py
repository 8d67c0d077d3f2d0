"""The person in the pictures: from joint angles in the exercise data to joint positions.

Places are complex numbers in body heights, real to the right, imaginary upwards; angles are degrees, 0 to the
right, 90 upwards, counterclockwise. A person on the back has the head to the left; one who sits faces right.
"""
