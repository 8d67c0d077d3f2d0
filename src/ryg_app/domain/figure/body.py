"""Lengths and landmarks of a neutral adult, in body heights.

Source: segment lengths after Drillis and Contini (Winter, Biomechanics and Motor Control of Human Movement);
landmarks of the trunk are drawn by eye, for a person on the back whose mat is the line of the real numbers.
"""

from __future__ import annotations

MILLIMETRE = 1 / 1700
"""One millimetre of a person of 1.70 m."""

GAP_EXAGGERATION = 3.0
"""The low back moves a few millimetres: drawn three times as large, so that it can be seen."""

THIGH = 0.245
SHANK = 0.246
UPPER_ARM = 0.186
FOREARM = 0.146
ANKLE_HEIGHT = 0.039
TOE_REACH = 0.115
HEEL_REACH = 0.012

HIP = 0.008 + 0.060j
SACRUM = -0.012 + 0.004j
SHOULDER = -0.280 + 0.072j
SHOULDER_REACH = 0.012 + 0.010j
NECK = -0.312 + 0.066j
NECK_TO_SKULL = -0.046 + 0.010j
SKULL_TO_HEAD = -0.040 + 0.018j
HEAD_RADIUS = 0.072

NECK_SHARE = 0.5
"""How much of a nod happens at the root of the neck; the rest happens under the skull."""

FAR_SIDE = 0.016 + 0.015j
"""Where the far side of the body is seen, relative to the near side: from a little above."""

CROOK_FOOT = HIP.real + 0.315 + ANKLE_HEIGHT * 1j
"""The ankle of a planted foot with the knee bent to 100 degrees, lying."""

SEATED_HIP = (ANKLE_HEIGHT + SHANK) * 1j
SEATED_FOOT = THIGH + ANKLE_HEIGHT * 1j
SEAT_HEIGHT = ANKLE_HEIGHT + SHANK - 0.060

RESTING_WRIST_LYING = 0.024 - 0.028j
RESTING_WRIST_SEATED = SEATED_HIP + 0.120 + 0.070j

GRIP_ALONG_THIGH = 0.56
GRIP_BEHIND_THIGH = 0.006
"""Where the wrist is when the hand holds the thigh: along it, and towards its back from its middle."""

MAT_NEAR_EDGE = -0.060
"""The edge of the mat towards the viewer; the body rests on the line 0."""
