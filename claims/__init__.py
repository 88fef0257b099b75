"""What does a text quote, and whom does it name?"""
