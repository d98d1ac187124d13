"""Questionnaires as data, walked one question at a time: no input or output, no words of any language."""
