"""`linli setup`: from a folder with nothing in it to a staff group at work, for people who are no programmers.

Every answer is written down before the next question, so that it can be broken off anywhere and begun again.
"""
