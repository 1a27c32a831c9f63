package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a model says of itself, in the files that come with it.
 *
 * @param name where it is from, such as {@code cardiffnlp/twitter-roberta-base-sentiment-latest}
 * @param labels what its numbers stand for, in their order
 * @param mostTokens how many tokens of a row it reads, at least 1
 * @param padding the token that fills rows up
 */
record ModelConfig(Optional<String> name, List<String> labels, int mostTokens, long padding) {

    static final String FILE = "config.json";
    static final String TOKENIZER_FILE = "tokenizer_config.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL_MOST_TOKENS = 512;
    private static final Pattern NAME = Pattern.compile("\\w[\\w.-]*(/[\\w.-]+)?");

    /** Their positions begin behind the padding token, which costs them as many. */
    private static final Set<String> COUNT_BEHIND_PADDING = Set.of(
            "roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "mpnet", "longformer");

    /** Reads a model's files; notes what is missing or cannot be understood. */
    static Optional<ModelConfig> read(Path directory, Faults faults) {
        boolean tokenizerSays = Files.exists(directory.resolve(TOKENIZER_FILE));
        Optional<JsonNode> tokenizer = tokenizerSays ? json(directory, TOKENIZER_FILE, faults) : Optional.of(JSON.createObjectNode());
        Optional<JsonNode> model = ModelFolder.isThere(directory, FILE, faults) ? json(directory, FILE, faults) : Optional.empty();
        Optional<List<String>> labels = model.flatMap(said -> labels(said, directory, faults));
        Optional<Integer> most = model.flatMap(said -> tokenizer.flatMap(also -> mostTokens(said, also, directory, faults)));
        return labels.flatMap(named -> most.map(tokens ->
                new ModelConfig(name(model.get()), named, tokens, model.get().path("pad_token_id").asLong(0))));
    }

    private static Optional<JsonNode> json(Path directory, String file, Faults faults) {
        try {
            JsonNode node = JSON.readTree(directory.resolve(file).toFile());
            if (node.isObject()) {
                return Optional.of(node);
            }
            faults.add(directory, file + " is no JSON object");
        } catch (JsonProcessingException fault) {
            faults.add(directory, file + " is no JSON: " + fault.getOriginalMessage());
        } catch (IOException fault) {
            faults.add(directory, file + " cannot be read: " + fault.getMessage());
        }
        return Optional.empty();
    }

    /** Names that are paths of somebody's machine are nobody's business. */
    private static Optional<String> name(JsonNode model) {
        return Optional.of(model.path("_name_or_path").asText("")).filter(name -> NAME.matcher(name).matches());
    }

    private static Optional<List<String>> labels(JsonNode model, Path directory, Faults faults) {
        JsonNode named = model.path("id2label");
        List<String> labels = new ArrayList<>();
        for (int label = 0; label < named.size(); label++) {
            Optional.of(named.path(String.valueOf(label))).filter(JsonNode::isTextual).map(JsonNode::asText).ifPresent(labels::add);
        }
        if (labels.isEmpty() || labels.size() != named.size()) {
            faults.add(directory, FILE + " names no labels: id2label must name each from 0 on");
            return Optional.empty();
        }
        return Optional.of(labels);
    }

    private static Optional<Integer> mostTokens(JsonNode model, JsonNode tokenizer, Path directory, Faults faults) {
        int unusable = COUNT_BEHIND_PADDING.contains(model.path("model_type").asText()) ? model.path("pad_token_id").asInt(0) + 1 : 0;
        int positions = model.path("max_position_embeddings").asInt(USUAL_MOST_TOKENS + unusable) - unusable;
        double said = tokenizer.path("model_max_length").asDouble(positions); // a number of 31 digits stands for "not said"
        int most = (int) Math.min(positions, said);
        if (most < 1) {
            faults.add(directory, "max_position_embeddings of " + FILE + " and model_max_length of " + TOKENIZER_FILE
                    + " leave no room for a token");
            return Optional.empty();
        }
        return Optional.of(most);
    }
}
