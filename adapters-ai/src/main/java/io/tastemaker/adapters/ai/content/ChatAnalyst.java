package io.tastemaker.adapters.ai.content;

import io.tastemaker.adapters.ai.shared.Call;
import io.tastemaker.adapters.ai.shared.ChatStyle;
import io.tastemaker.adapters.ai.shared.Endpoint;
import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.shared.ModelGate;
import io.tastemaker.adapters.ai.shared.Reply;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Task;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has texts read by any model behind the chat completions of OpenAI's API, which many servers speak. One question covers a whole batch and all
 * that is asked about it.
 */
public final class ChatAnalyst implements ContentAnalyst, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatAnalyst.class);
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 422);

    private final Endpoint endpoint;
    private final URI address;
    private final ModelGate gate;
    private volatile ChatStyle style = ChatStyle.STEADY;

    /**
     * With the limits that are meant for real.
     *
     * @param endpoint the base of the API, such as {@code https://api.openai.com/v1}, and the model
     * @param clock tells when a model that failed is asked again
     */
    public ChatAnalyst(Endpoint endpoint, InstantSource clock) {
        this(endpoint, clock, GateLimits.USUAL);
    }

    /**
     * With other limits.
     *
     * @param endpoint the base of the API, such as {@code https://api.openai.com/v1}, and the model
     * @param clock tells when a model that failed is asked again
     * @param limits how patient we are
     */
    public ChatAnalyst(Endpoint endpoint, InstantSource clock, GateLimits limits) {
        this.endpoint = endpoint;
        address = endpoint.at("/chat/completions");
        gate = new ModelGate(endpoint, limits, clock);
    }

    @Override
    public Model model() {
        return new Model(Model.Source.REMOTE, endpoint.provider(), endpoint.model(), ChatQuestion.VERSION);
    }

    @Override
    public Set<Task> tasks() {
        return EnumSet.allOf(Task.class);
    }

    @Override
    public boolean isUp() {
        return gate.letsCallsThrough();
    }

    @Override
    public Answer read(List<Passage> texts, Set<Task> tasks, Duration within) {
        Batch batch = Batch.of(texts, tasks, tasks(), MOST_CHARACTERS);
        if (batch.worded().isEmpty()) {
            return batch.answer(Map.of());
        }
        return switch (gate.pass(within, call -> ask(call, batch))) {
            case Reply.Given<Map<Integer, Findings>> given -> batch.answer(given.value());
            case Reply.Missed<Map<Integer, Findings>> missed -> new Answer.Unread(missed.reason());
        };
    }

    private Reply<Map<Integer, Findings>> ask(Call call, Batch batch) {
        Reply<Map<Integer, Findings>> reply = Reply.missed(FallbackReason.REJECTED);
        for (ChatStyle next : style.downwards()) {
            reply = call.ask(address, ChatQuestion.of(endpoint.model(), batch, next), answer -> ChatAnswer.findings(answer, batch));
            if (!isNotUnderstood(reply)) {
                keep(next, reply);
                return reply;
            }
        }
        return reply;
    }

    private static boolean isNotUnderstood(Reply<?> reply) {
        return reply instanceof Reply.Missed<?> missed && missed.status().isPresent() && NOT_UNDERSTOOD.contains(missed.status().getAsInt());
    }

    private void keep(ChatStyle worked, Reply<?> reply) {
        if (worked.compareTo(style) > 0 && reply instanceof Reply.Given<?>) {
            LOG.warn("{} does not understand questions that are {}, from now on they are {}", endpoint, style, worked);
            style = worked;
        }
    }

    @Override
    public void close() {
        gate.close();
    }
}
