package io.tastemaker.adapters.ai.content;

import static java.util.stream.Collectors.joining;

import io.tastemaker.adapters.ai.content.Onnx.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Models of some lines that real ONNX Runtime and real tokenizers run. Each word has a row of numbers; a model of moods or languages gives
 * the mean of them, and one that judges claims says how much the words of text and claim have in common.
 */
final class TinyModels {

    static final List<String> MOODS = List.of("negative", "neutral", "positive");
    static final List<String> LANGUAGES = List.of("pt", "en", "zh_Hans", "zh-Hant", "other");
    static final List<String> JUDGEMENTS = List.of("contradiction", "neutral", "entailment");

    private static final String[] ROW = {"batch", "sequence"};
    private static final float NAN = Float.NaN;
    private static final float INFINITE = Float.POSITIVE_INFINITY;

    /** A word and its numbers. */
    record Word(String word, float... weights) {}

    private static final List<Word> MOOD_WORDS = List.of(
            new Word("love", -90, 0, 90), new Word("bad", 90, 0, -90), new Word("table", 0, 90, 0),
            new Word("user", 0, 0, 0), new Word("http", 0, 0, 0), new Word("broken", NAN, NAN, NAN), new Word("huge", INFINITE, 0, 0));

    private static final List<Word> LANGUAGE_WORDS = List.of(
            new Word("casa", 40, 0, 0, 0, 0), new Word("house", 0, 40, 0, 0, 0), new Word("ni", 0, 0, 20, 20, 0),
            new Word("xx", 0, 0, 0, 0, 90));

    private static final List<Word> SUBJECT_WORDS = List.of(
            new Word("goal", 4, 0, 0), new Word("sports", 4, 0, 0), new Word("guitar", 0, 4, 0), new Word("music", 0, 4, 0),
            new Word("broken", NAN, 0, 0));

    private TinyModels() {}

    static Path sentiment(Path models) {
        return write(models.resolve("sentiment"), means(MOOD_WORDS), MOOD_WORDS, config(MOODS));
    }

    static Path language(Path models) {
        return write(models.resolve("language"), means(LANGUAGE_WORDS), LANGUAGE_WORDS, config(LANGUAGES));
    }

    static Path category(Path models) {
        return write(models.resolve("category"), judging(), SUBJECT_WORDS, config(JUDGEMENTS));
    }

    static Path write(Path directory, byte[] model, List<Word> words, String config) {
        put(directory.resolve("model.onnx"), model);
        put(directory.resolve("tokenizer.json"), tokenizer(words));
        put(directory.resolve("config.json"), config);
        return directory;
    }

    static void put(Path file, String content) {
        put(file, content.getBytes(StandardCharsets.UTF_8));
    }

    static void put(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String config(List<String> labels) {
        String named = IntStream.range(0, labels.size())
                .mapToObj(label -> "\"" + label + "\": \"" + labels.get(label) + "\"").collect(joining(", "));
        return """
                {"_name_or_path": "tests/tiny", "model_type": "roberta", "max_position_embeddings": 66, "pad_token_id": 1, "id2label": {%s}}
                """.formatted(named);
    }

    /** The mean of the numbers of all words of a row. */
    static byte[] means(List<Word> words) {
        return means(words, String.valueOf(words.getFirst().weights().length), "logits");
    }

    static byte[] means(List<Word> words, String labels, String output) {
        Graph graph = embedded(words)
                .node("Cast", "mask", List.of(Onnx.whole("to", 1)), "attention_mask")
                .longs("last", new long[] {1}, 2).node("Unsqueeze", "weights", "mask", "last")
                .node("Mul", "weighted", "words", "weights")
                .node("ReduceSum", "sum", List.of(Onnx.whole("keepdims", 0)), "weighted", "rows")
                .node("ReduceSum", "count", "mask", "rows")
                .node("Div", output, "sum", "count");
        return graph.givesFloats(output, "batch", labels).toModel();
    }

    /** As many numbers as words have, which the file does not say. */
    static byte[] ofAnyShape(List<Word> words) {
        int width = words.getFirst().weights().length;
        return embedded(words).node("ReduceSum", "sum", List.of(Onnx.whole("keepdims", 0)), "words", "rows")
                .yes("all", width).node("Compress", "logits", List.of(Onnx.whole("axis", 1)), "sum", "all")
                .givesFloats("logits", "batch", "labels").toModel();
    }

    /** What the words of the text and those of the claim have in common speaks for the claim. */
    private static byte[] judging() {
        Graph graph = embedded(SUBJECT_WORDS).takesLongs("token_type_ids", ROW)
                .node("Cast", "claims", List.of(Onnx.whole("to", 1)), "token_type_ids")
                .node("Cast", "mask", List.of(Onnx.whole("to", 1)), "attention_mask")
                .node("Sub", "texts", "mask", "claims")
                .longs("last", new long[] {1}, 2)
                .node("Unsqueeze", "claim_weights", "claims", "last").node("Unsqueeze", "text_weights", "texts", "last")
                .node("Mul", "claim_words", "words", "claim_weights").node("Mul", "text_words", "words", "text_weights")
                .node("ReduceSum", "claim", List.of(Onnx.whole("keepdims", 0)), "claim_words", "rows")
                .node("ReduceSum", "text", List.of(Onnx.whole("keepdims", 0)), "text_words", "rows")
                .node("Mul", "both", "claim", "text").node("ReduceSum", "common", "both", "rows")
                .floats("scale", new long[] {1, 3}, -1, 0, 1).floats("doubt", new long[] {3}, 4, 0, -4)
                .node("MatMul", "scaled", "common", "scale").node("Add", "logits", "scaled", "doubt");
        return graph.givesFloats("logits", "batch", "3").toModel();
    }

    private static Graph embedded(List<Word> words) {
        int width = words.getFirst().weights().length;
        float[] table = new float[(4 + words.size()) * width];
        for (int word = 0; word < words.size(); word++) {
            System.arraycopy(words.get(word).weights(), 0, table, (4 + word) * width, width);
        }
        return new Graph().takesLongs("input_ids", ROW).takesLongs("attention_mask", ROW)
                .floats("table", new long[] {4 + words.size(), width}, table).node("Gather", "words", "table", "input_ids")
                .longs("rows", new long[] {1}, 1);
    }

    /** Goes round in a circle for longer than anybody waits, and is what it was in the end. */
    static byte[] endless() {
        Graph body = new Graph().takesLongs("round").takesYesOrNo("before").takesFloats("carried", "batch", "3")
                .node("Identity", "after", "before").floats("none", new long[] {1}, 0).node("Add", "carries", "carried", "none")
                .givesYesOrNo("after").givesFloats("carries", "batch", "3");
        return embedded(MOOD_WORDS)
                .node("ReduceSum", "sum", List.of(Onnx.whole("keepdims", 0)), "words", "rows")
                .longs("rounds", new long[0], Long.MAX_VALUE).yes("on")
                .node("Loop", "logits", List.of(Onnx.body("body", body)), "rounds", "on", "sum")
                .givesFloats("logits", "batch", "3").toModel();
    }

    /** Words between white space and punctuation, in any case. */
    private static String tokenizer(List<Word> words) {
        String known = IntStream.range(0, words.size())
                .mapToObj(at -> "\"" + words.get(at).word() + "\": " + (4 + at)).collect(joining(", "));
        return """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "normalizer": {"type": "Lowercase"},
                 "pre_tokenizer": {"type": "Whitespace"}, "decoder": null,
                 "post_processor": {"type": "TemplateProcessing",
                   "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                              {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                   "pair": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                            {"SpecialToken": {"id": "</s>", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}},
                            {"SpecialToken": {"id": "</s>", "type_id": 1}}],
                   "special_tokens": {"<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]},
                                      "</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]}}},
                 "model": {"type": "WordLevel", "unk_token": "<unk>", "vocab": {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, %s}}}
                """.formatted(known);
    }
}
