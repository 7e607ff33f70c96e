"""Sentences as vectors of meaning, by a model of the user's own: a BERT-style encoder from a folder, in numpy alone.

The folder is one as sentence-transformers writes it: `config.json`, `tokenizer.json` and `model.safetensors`. Nothing is downloaded.
The forward pass follows Devlin and others, *BERT*, 2019; the mean of the last layer's tokens is the sentence (Reimers and Gurevych, 2019).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantext.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 256  # tokens of a text that are read: what such models were trained on, and a page's longest paragraphs
TOKENS_AT_ONCE = 1_024  # with the padding: about 30 MB while a batch is worked on, and faster than larger ones, which leave the caches
FILES = ("config.json", "tokenizer.json", "model.safetensors")
ASIDE = "Name a folder with a BERT-style sentence model (all-MiniLM-L6-v2 is one), or leave the model out: nothing needs it."


class Embedder:
    """A sentence-embedding model. Raises UsageError where the folder holds none that can be used, or the extra is not installed."""

    def __init__(self, folder: Path | str) -> None:
        try:
            from safetensors import SafetensorError
            from safetensors.numpy import load_file
            from tokenizers import Tokenizer
        except ImportError as error:
            raise UsageError(
                "A model needs tokenizers and safetensors, which are not installed: pip install 'plantext[semantic]'"
            ) from error
        folder = Path(folder)
        for name in FILES:
            if not (folder / name).is_file():
                raise UsageError(f"{folder}: there is no {name}. {ASIDE}")
        try:
            config = json.loads((folder / FILES[0]).read_text(encoding="utf-8"))
            tokenizer = Tokenizer.from_str((folder / FILES[1]).read_text(encoding="utf-8"))
            weights = load_file(folder / FILES[2])
            pooling = folder / "1_Pooling" / "config.json"
            pooled = json.loads(pooling.read_text(encoding="utf-8")) if pooling.is_file() else {}
        except (OSError, ValueError, TypeError, SafetensorError) as error:
            raise UsageError(f"{folder}: the model can't be read ({error}). {ASIDE}") from error
        except Exception as error:  # the tokenizer's library raises no narrower class
            raise UsageError(f"{folder}: the tokenizer can't be read ({error}). {ASIDE}") from error
        if config.get("model_type") != "bert" or not pooled.get("pooling_mode_mean_tokens", True):
            raise UsageError(f"{folder}: only BERT-style models that take the mean of their tokens are read. {ASIDE}")
        try:
            self._encoder = _Encoder(config, weights)
        except (KeyError, ValueError, TypeError) as error:
            raise UsageError(f"{folder}: the model's weights and config.json don't fit together ({error}). {ASIDE}") from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(min(LONGEST, self._encoder.longest))
        self._tokenizer = tokenizer

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of unit length for each text, float32 `[texts, width]`; a text's row hardly depends on the others (to about 1e-6).

        Equal texts are worked out once. What stands after the first 256 tokens of a text is not read.
        """
        import numpy as np

        unique = list(dict.fromkeys(texts))
        tokens = [np.array(one.ids, dtype=np.int64) for one in self._tokenizer.encode_batch(unique)]
        found = np.zeros((len(unique), self._encoder.width), dtype=np.float32)
        for batch in _batches([len(one) for one in tokens]):
            found[batch] = self._encoder.means([tokens[number] for number in batch])
        place = {text: number for number, text in enumerate(unique)}
        rows: Floats = found[[place[text] for text in texts]] if texts else found
        return rows


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Numbers of texts of about one length together, so that little is padding, at most `TOKENS_AT_ONCE` a batch; empty texts in none."""
    batches: list[list[int]] = []
    for number in sorted((number for number, length in enumerate(lengths) if length), key=lambda number: (lengths[number], number)):
        if batches and (len(batches[-1]) + 1) * lengths[number] <= TOKENS_AT_ONCE:
            batches[-1].append(number)
        else:
            batches.append([number])
    return batches


class _Encoder:
    """The network. Names of the weights are those of the reference implementation, with or without `bert.` before them."""

    def __init__(self, config: Mapping[str, Any], weights: Mapping[str, Any]) -> None:
        import numpy as np

        own = {name.removeprefix("bert."): np.asarray(value) for name, value in weights.items()}
        self._weights = {name: value.astype(np.float32, copy=False) for name, value in own.items() if value.dtype.kind == "f"}
        self._layers = int(config["num_hidden_layers"])
        self._heads = int(config["num_attention_heads"])
        self.width = int(config["hidden_size"])
        self.longest = int(config["max_position_embeddings"])
        self._epsilon = float(config.get("layer_norm_eps", 1e-12))
        self._exact = config.get("hidden_act", "gelu") == "gelu"
        if self.width % self._heads:
            raise ValueError("the heads don't divide the width")
        # A pass over one token now finds whatever is missing or of another shape, where the folder can still be named.
        self.means([np.zeros(1, dtype=np.int64)])

    def means(self, tokens: Sequence[NDArray[np.int64]]) -> Floats:
        """The mean of the last layer over each text's tokens, scaled to unit length, `[texts, width]`."""
        import numpy as np

        lengths = np.array([len(one) for one in tokens])
        ids = np.zeros((len(tokens), lengths.max()), dtype=np.int64)
        for row, one in enumerate(tokens):
            ids[row, : len(one)] = one
        there = np.arange(ids.shape[1]) < lengths[:, None]
        hidden = (
            self._weights["embeddings.word_embeddings.weight"][ids]
            + self._weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
            + self._weights["embeddings.token_type_embeddings.weight"][0]
        )
        hidden = self._normalised("embeddings", hidden)
        hide = np.where(there, np.float32(0), np.float32(-1e9))[:, None, None, :]
        for layer in range(self._layers):
            hidden = self._layer(f"encoder.layer.{layer}", hidden, hide)
        sums: Floats = (hidden * there[:, :, None]).sum(axis=1)
        unit: Floats = sums / np.maximum(np.sqrt((sums * sums).sum(axis=1, keepdims=True)), np.float32(1e-12))
        return unit

    def _layer(self, name: str, hidden: Floats, hide: Floats) -> Floats:
        import numpy as np

        texts, length, width = hidden.shape
        query, key, value = (
            self._dense(f"{name}.attention.self.{part}", hidden).reshape(texts, length, self._heads, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        attention = query @ key.transpose(0, 1, 3, 2) * np.float32((width // self._heads) ** -0.5) + hide
        attention = np.exp(attention - attention.max(axis=-1, keepdims=True))
        attention /= attention.sum(axis=-1, keepdims=True)
        context = (attention @ value).transpose(0, 2, 1, 3).reshape(texts, length, width)
        hidden = self._normalised(f"{name}.attention.output", hidden + self._dense(f"{name}.attention.output.dense", context))
        inner = _gelu(self._dense(f"{name}.intermediate.dense", hidden), exact=self._exact)
        return self._normalised(f"{name}.output", hidden + self._dense(f"{name}.output.dense", inner))

    def _dense(self, name: str, values: Floats) -> Floats:
        product: Floats = values @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return product

    def _normalised(self, name: str, values: Floats) -> Floats:
        import numpy as np

        values = values - values.mean(axis=-1, keepdims=True)
        spread = np.sqrt((values * values).mean(axis=-1, keepdims=True) + np.float32(self._epsilon))
        scaled: Floats = values / spread * self._weights[f"{name}.LayerNorm.weight"] + self._weights[f"{name}.LayerNorm.bias"]
        return scaled


def _gelu(values: Floats, *, exact: bool) -> Floats:
    """The Gaussian error linear unit: with the error function (Abramowitz and Stegun 7.1.26, right to 1.5e-7), or by the tanh form."""
    import numpy as np

    if not exact:
        curved: Floats = values * np.float32(0.5) * (1 + np.tanh(np.float32(0.7978845608) * (values + np.float32(0.044715) * values**3)))
        return curved
    size = np.abs(values) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * size)
    series = np.zeros_like(t)
    for factor in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series = (series + np.float32(factor)) * t
    tail = series * np.exp(-size * size)  # 1 - erf(|x| / sqrt 2)
    result: Floats = values * np.float32(0.5) * np.where(values < 0, tail, 2 - tail)
    return result
