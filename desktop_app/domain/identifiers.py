"""Numbers and addresses of people and associations, as they are kept and as they are shown.

Each `normalise_…` takes what somebody typed and returns the one stored form; nothing typed gives
nothing stored (all of these are optional); what cannot be read is a `Refusal` on `field`. Pure.
"""

from __future__ import annotations

import re

import phonenumbers

from desktop_app.domain.refusals import Refusal

_SPACES = re.compile(r"[\s.\u00a0\u202f\-]+")
_RNA = re.compile(r"W[0-9]{9}")
_SIREN = re.compile(r"[0-9]{9}")
_PHONE_SEPARATORS = re.compile(r"[\s.\-/\u2010-\u2015]+")
_PHONE_CHARACTERS = re.compile(r"[+0-9 ()]+")
_TRUNK_ZERO = re.compile(r"^(\+|00)\s*33\s*\(?0\)?")
_FRENCH_E164 = re.compile(r"\+33[1-9][0-9]{8}")
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@([\w\-]+\.)+[^\W\d_]{2,}")
_LONGEST_EMAIL = 254
_NO_BREAK = "\u00a0"


def normalise_rna(text: str, *, field: str | None = "rna") -> str:
    """`W` and nine digits, capital, without spaces. Raises `rna_invalid`."""
    bare = _SPACES.sub("", text).upper()
    if bare and not _RNA.fullmatch(bare):
        raise Refusal("rna_invalid", field=field, text=text.strip())
    return bare


def normalise_siren(text: str, *, field: str | None = "siren") -> str:
    """Nine digits whose Luhn key agrees. Raises `siren_invalid`, `siren_checksum`."""
    bare = _SPACES.sub("", text)
    if bare and not _SIREN.fullmatch(bare):
        raise Refusal("siren_invalid", field=field, text=text.strip())
    if bare and not _luhn_agrees(bare):
        raise Refusal("siren_checksum", field=field, text=text.strip())
    return bare


def show_siren(siren: str) -> str:
    """Nine digits by three, with no-break spaces."""
    return _NO_BREAK.join(siren[start : start + 3] for start in range(0, len(siren), 3))


def normalise_phone(text: str, *, field: str | None = "phone") -> str:
    """E.164. French numbers in any of their spellings; foreign ones with their `+`.

    A French number is ten digits: the ranges set aside for fiction are as good as any. Raises
    `phone_invalid`.
    """
    typed = text.strip()
    if not typed:
        return ""
    spaced = _PHONE_SEPARATORS.sub(" ", typed)
    if not _PHONE_CHARACTERS.fullmatch(spaced):
        raise Refusal("phone_invalid", field=field, text=typed)
    try:
        number = phonenumbers.parse(_TRUNK_ZERO.sub(r"\g<1>33 ", spaced), "FR")
    except phonenumbers.NumberParseException:
        raise Refusal("phone_invalid", field=field, text=typed) from None
    stored = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    french = number.country_code == 33
    if not (_FRENCH_E164.fullmatch(stored) if french else phonenumbers.is_possible_number(number)):
        raise Refusal("phone_invalid", field=field, text=typed)
    return stored


def show_phone(phone: str) -> str:
    """`06 39 98 12 34` for a French number, `+32 2 123 45 67` for others; no-break spaces."""
    if _FRENCH_E164.fullmatch(phone):
        national = "0" + phone[3:]
        return _NO_BREAK.join(national[start : start + 2] for start in range(0, 10, 2))
    try:
        number = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return phone
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return shown.replace(" ", _NO_BREAK)


def normalise_email(text: str, *, field: str | None = "email") -> str:
    """Small letters: nobody's mail tells capitals apart. Raises `email_invalid`."""
    typed = text.strip()
    if not typed:
        return ""
    name = typed.rpartition("@")[0]
    dotted_wrongly = name.startswith(".") or name.endswith(".") or ".." in typed
    if dotted_wrongly or len(typed) > _LONGEST_EMAIL or not _EMAIL.fullmatch(typed):
        raise Refusal("email_invalid", field=field, text=typed)
    return typed.lower()


def _luhn_agrees(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
