"""恢复单的词: what was printed is what is typed, and a slip of the pen is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qyclient.errors import Refused
from qyclient.keys.words import MANY, code_of, halves_of, joined, secret_of, words_of

SECRETS = st.binary(min_size=16, max_size=16)


@given(SECRETS)
def test_words_and_code_say_the_same_secret(secret):
    words = words_of(secret)
    assert len(words) == MANY
    assert secret_of(" ".join(words)) == secret
    assert secret_of("".join(words)) == secret
    assert secret_of("、".join(f"{n} {word}" for n, word in enumerate(words, 1))) == secret
    assert secret_of(code_of(secret)) == secret


@given(SECRETS)
def test_two_halves_make_the_secret_and_one_alone_is_another(secret):
    one, other = halves_of(secret)
    assert joined(secret_of(" ".join(words_of(one))), other) == secret


@given(SECRETS, st.integers(0, MANY - 1), st.integers(1, 255))
def test_a_word_that_was_mistaken_is_told(secret, at, by):
    words = words_of(secret)
    code = bytes([secret[at] ^ by]) if at < len(secret) else None
    if code is None:
        del words[at]
    else:
        other = bytearray(secret)
        other[at] ^= by
        words[at] = words_of(bytes(other))[at]
    if at == len(secret):
        with pytest.raises(Refused, match="恢复单"):
            secret_of(" ".join(words))
    else:
        assert _read(words) != secret  # a check of one byte finds all but one in 256


def _read(words):
    try:
        return secret_of(" ".join(words))
    except Refused:
        return None


def test_what_is_no_word_is_named():
    words = words_of(bytes(16))
    words[2] = "山红"
    with pytest.raises(Refused, match="第 3 个词“山红”"):
        secret_of(" ".join(words))
