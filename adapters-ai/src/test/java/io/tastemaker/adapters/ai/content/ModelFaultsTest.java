package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.HandClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator is told when models are not as they must be. */
class ModelFaultsTest {

    @TempDir
    Path directory;

    private List<String> faults() {
        LocalModels.Opened opened = LocalModels.open(directory, new HandClock());
        assertThat(opened).isInstanceOf(LocalModels.Opened.Faulty.class);
        return ((LocalModels.Opened.Faulty) opened).faults();
    }

    private Path sentiment() {
        return directory.resolve("sentiment");
    }

    private void config(String content) {
        TinyModels.put(TinyModels.sentiment(directory).resolve("config.json"), content);
    }

    @Test
    void a_directory_that_is_not_there() {
        assertThat(LocalModels.open(directory.resolve("gone"), new HandClock()))
                .isEqualTo(new LocalModels.Opened.Faulty(List.of(directory.resolve("gone") + ": is no directory that can be read")));
    }

    @Test
    void a_directory_without_models() {
        assertThat(faults()).containsExactly(directory + ": holds none of the directories language, sentiment, category");
    }

    @Test
    void a_file_in_the_place_of_a_directory() {
        TinyModels.put(directory.resolve("language"), "x");

        assertThat(faults()).containsExactly(directory.resolve("language") + ": is no directory");
    }

    @ParameterizedTest
    @CsvSource({"model.onnx, model.onnx or onnx/model.onnx is missing", "tokenizer.json, tokenizer.json is missing",
            "config.json, config.json is missing"})
    void a_file_that_is_missing(String file, String fault) throws IOException {
        Files.delete(TinyModels.sentiment(directory).resolve(file));

        assertThat(faults()).containsExactly(sentiment() + ": " + fault);
    }

    @Test
    void all_faults_are_told_at_once() throws IOException {
        Files.delete(TinyModels.sentiment(directory).resolve("model.onnx"));
        TinyModels.put(sentiment().resolve("config.json"), "{}");
        TinyModels.put(TinyModels.language(directory).resolve("model.onnx"), "no model");
        Files.createDirectory(directory.resolve("category"));

        assertThat(faults()).satisfiesExactlyInAnyOrder(
                fault -> assertThat(fault).startsWith(sentiment() + ": model.onnx"),
                fault -> assertThat(fault).startsWith(sentiment() + ": config.json names no labels"),
                fault -> assertThat(fault).startsWith(directory.resolve("language/model.onnx") + ": cannot be loaded"),
                fault -> assertThat(fault).startsWith(directory.resolve("category") + ": model.onnx"),
                fault -> assertThat(fault).startsWith(directory.resolve("category") + ": tokenizer.json"),
                fault -> assertThat(fault).startsWith(directory.resolve("category") + ": config.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no model", "\u0000\u0000\u0000"})
    void weights_that_are_none(String content) {
        TinyModels.put(TinyModels.sentiment(directory).resolve("model.onnx"), content);

        assertThat(faults()).singleElement().asString().startsWith(sentiment().resolve("model.onnx") + ": cannot be loaded: ");
    }

    @Test
    void weights_that_break_off() throws IOException {
        Path model = TinyModels.sentiment(directory).resolve("model.onnx");
        byte[] whole = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(whole, whole.length / 2));

        assertThat(faults()).singleElement().asString().startsWith(model + ": cannot be loaded: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no tokenizer", "{}", "{\"model\": {\"type\": \"Nonsense\"}}"})
    void a_tokenizer_that_is_none(String content) {
        TinyModels.put(TinyModels.sentiment(directory).resolve("tokenizer.json"), content);

        assertThat(faults()).singleElement().asString().startsWith(sentiment() + ": tokenizer.json is no tokenizer: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{\"id2label\": {", ""})
    void a_config_that_is_no_json(String content) {
        config(content);

        assertThat(faults()).singleElement().asString().startsWith(sentiment() + ": config.json is no JSON");
    }

    @Test
    void a_config_of_the_tokenizer_that_is_no_json() {
        TinyModels.put(TinyModels.sentiment(directory).resolve("tokenizer_config.json"), "[]");

        assertThat(faults()).containsExactly(sentiment() + ": tokenizer_config.json is no JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id2label\": {}}", "{\"id2label\": {\"1\": \"negative\", \"2\": \"positive\"}}",
            "{\"id2label\": {\"0\": 5}}", "{\"id2label\": [\"negative\"]}"})
    void a_config_without_labels(String content) {
        config(content);

        assertThat(faults()).containsExactly(sentiment() + ": config.json names no labels: id2label must name each from 0 on");
    }

    @Test
    void a_config_that_leaves_no_room() {
        config("{\"id2label\": {\"0\": \"negative\", \"1\": \"positive\", \"2\": \"neutral\"}, \"max_position_embeddings\": 0}");

        assertThat(faults()).singleElement().asString().contains("leave no room for a token");
    }

    @Test
    void labels_that_are_no_moods() {
        config(TinyModels.config(List.of("LABEL_0", "LABEL_1", "LABEL_2")));

        assertThat(faults()).containsExactly(sentiment()
                + ": id2label of config.json must name negative, positive and perhaps neutral, and names [LABEL_0, LABEL_1, LABEL_2]");
    }

    @Test
    void labels_that_are_no_languages() {
        TinyModels.put(TinyModels.language(directory).resolve("config.json"),
                TinyModels.config(List.of("LABEL_0", "other", "und", "?", "x")));

        assertThat(faults()).singleElement().asString().contains("must name languages");
    }

    @Test
    void labels_that_judge_nothing() {
        TinyModels.put(TinyModels.category(directory).resolve("config.json"), TinyModels.config(TinyModels.MOODS));

        assertThat(faults()).singleElement().asString()
                .contains("must name entailment and contradiction, and names [negative, neutral, positive]");
    }

    @Test
    void a_model_with_more_numbers_than_labels() {
        config(TinyModels.config(List.of("negative", "positive")));

        assertThat(faults()).singleElement().asString().startsWith(sentiment().resolve("model.onnx")
                + ": must give logits of 2 labels for each row, as many as config.json names, and gives [logits FLOAT[-1, 3]]");
    }

    @Test
    void a_model_that_gives_something_else() {
        List<TinyModels.Word> words = List.of(new TinyModels.Word("love", 1, 2, 3));
        TinyModels.put(TinyModels.sentiment(directory).resolve("model.onnx"), TinyModels.means(words, "3", "embeddings"));

        assertThat(faults()).singleElement().asString()
                .contains("must give logits of 3 labels").endsWith("gives [embeddings FLOAT[-1, 3]]");
    }

    @Test
    void a_model_that_takes_something_else() {
        TinyModels.put(TinyModels.sentiment(directory).resolve("model.onnx"), new Onnx.Graph().takesFloats("pixels", "batch", "3")
                .node("Identity", "logits", "pixels").givesFloats("logits", "batch", "3").toModel());

        assertThat(faults()).singleElement().asString().contains("takes pixels FLOAT[-1, 3]; known are input_ids");
    }
}
