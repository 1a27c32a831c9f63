package io.tastemaker.adapters.ai.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.adapters.ai.shared.Call;
import io.tastemaker.adapters.ai.shared.Endpoint;
import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.shared.Json;
import io.tastemaker.adapters.ai.shared.ModelGate;
import io.tastemaker.adapters.ai.shared.Reply;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has texts read by a classifier behind the inference API of Hugging Face or one like it. One instance asks one model for one task.
 *
 * <p>A base that ends with {@code /models} holds many models, and the name of ours is added. Any other base is the address of one model, such
 * as {@code http://localhost:8080/predict} of a server of text embeddings.
 */
public final class InferenceAnalyst implements ContentAnalyst, AutoCloseable {

    /** These models look at half a thousand to a thousand pieces of words; more is not worth the way. */
    private static final int SENT_CHARACTERS = 2_000;

    private static final String MANY = "/models";

    private final Task task;
    private final Endpoint endpoint;
    private final String version;
    private final URI address;
    private final Classifier classifier;
    private final ModelGate gate;

    /**
     * With the limits that are meant for real.
     *
     * @param task what the model is for
     * @param endpoint where the model is
     * @param version its version, such as {@code latest} where nobody knows
     * @param clock tells when a model that failed is asked again
     */
    public InferenceAnalyst(Task task, Endpoint endpoint, String version, InstantSource clock) {
        this(task, endpoint, version, clock, GateLimits.USUAL);
    }

    /**
     * With other limits.
     *
     * @param task what the model is for
     * @param endpoint where the model is
     * @param version its version, such as {@code latest} where nobody knows
     * @param clock tells when a model that failed is asked again
     * @param limits how patient we are
     */
    public InferenceAnalyst(Task task, Endpoint endpoint, String version, InstantSource clock, GateLimits limits) {
        this.task = task;
        this.endpoint = endpoint;
        this.version = version;
        address = endpoint.at(endpoint.path().endsWith(MANY) ? "/" + encoded(endpoint.model()) : "");
        classifier = switch (task) {
            case LANGUAGE -> new LanguageClassifier();
            case SENTIMENT -> new MoodClassifier();
            case CATEGORY -> new CategoryClassifier();
        };
        gate = new ModelGate(endpoint, limits, clock);
    }

    /**
     * The public model that each task was made with in mind.
     *
     * @param task the task
     * @return its name at Hugging Face
     */
    public static String usualModel(Task task) {
        return switch (task) {
            case LANGUAGE -> "papluca/xlm-roberta-base-language-detection";
            case SENTIMENT -> "cardiffnlp/twitter-roberta-base-sentiment-latest";
            case CATEGORY -> "facebook/bart-large-mnli";
        };
    }

    private static String encoded(String name) {
        return Arrays.stream(name.split("/")).map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    @Override
    public Model model() {
        return new Model(Model.Source.REMOTE, endpoint.provider(), endpoint.model(), version);
    }

    @Override
    public Set<Task> tasks() {
        return Set.of(task);
    }

    @Override
    public boolean isUp() {
        return gate.letsCallsThrough();
    }

    @Override
    public Answer read(List<Passage> texts, Set<Task> tasks, Duration within) {
        Batch batch = Batch.of(texts, tasks, tasks(), SENT_CHARACTERS);
        if (batch.worded().isEmpty()) {
            return batch.answer(Map.of());
        }
        return switch (gate.pass(within, call -> new Lanes(number -> ask(call, batch.text(number))).read(batch.worded()))) {
            case Reply.Given<Map<Integer, Findings>> given -> batch.answer(given.value());
            case Reply.Missed<Map<Integer, Findings>> missed -> new Answer.Unread(missed.reason());
        };
    }

    /** One text in one question: a list of two would be read by some servers as a pair that belongs together. */
    private Reply<Findings> ask(Call call, String text) {
        ObjectNode question = Json.object().put("inputs", text).put("truncate", true);
        question.set("parameters", classifier.parameters());
        return call.ask(address, question, answer -> Scores.of(answer).flatMap(classifier::findings));
    }

    @Override
    public void close() {
        gate.close();
    }
}
