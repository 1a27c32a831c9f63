package io.tastemaker.adapters.ai.briefing;

import io.tastemaker.adapters.ai.shared.Call;
import io.tastemaker.adapters.ai.shared.ChatStyle;
import io.tastemaker.adapters.ai.shared.Endpoint;
import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.shared.ModelGate;
import io.tastemaker.adapters.ai.shared.Reply;
import io.tastemaker.application.briefing.out.BriefInterpreter;
import io.tastemaker.domain.briefing.BriefReader;
import io.tastemaker.domain.briefing.BriefReading;
import io.tastemaker.domain.briefing.InterpretedBy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Has messages understood by any model behind the chat completions of OpenAI's API. The model is shown the message and the draft and says
 * what changes; each change has to quote the words that say it, and is checked by the types of the draft. Sentences that give orders to the
 * program do not reach it.
 */
public final class ChatInterpreter implements BriefInterpreter, AutoCloseable {

    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 422);

    private final Endpoint endpoint;
    private final URI address;
    private final ModelGate gate;

    /**
     * With the limits that are meant for real.
     *
     * @param endpoint the base of the API, such as {@code https://api.openai.com/v1}, and the model
     * @param clock tells when a model that failed is asked again
     */
    public ChatInterpreter(Endpoint endpoint, InstantSource clock) {
        this(endpoint, clock, GateLimits.USUAL);
    }

    /**
     * With other limits.
     *
     * @param endpoint the base of the API and the model
     * @param clock tells when a model that failed is asked again
     * @param limits how patient we are
     */
    public ChatInterpreter(Endpoint endpoint, InstantSource clock, GateLimits limits) {
        this.endpoint = endpoint;
        this.address = endpoint.at("/chat/completions");
        this.gate = new ModelGate(endpoint, limits, clock);
    }

    @Override
    public Answer read(Question question, Duration within) {
        String text = BriefReader.withoutOrders(question.text());
        if (text.isBlank()) {
            return new Answer.Read(BriefReader.read(question.text(), question.draft(), question.asked(), question.today()), InterpretedBy.RULES);
        }
        Question harmless = new Question(text, question.draft(), question.asked(), question.today());
        return switch (gate.pass(within, call -> ask(call, harmless))) {
            case Reply.Given<BriefReading> given -> new Answer.Read(given.value(),
                    new InterpretedBy(InterpretedBy.Source.MODEL, endpoint.provider(), endpoint.model(), Optional.empty()));
            case Reply.Missed<BriefReading> missed -> new Answer.Unread(missed.reason().code());
        };
    }

    private Reply<BriefReading> ask(Call call, Question question) {
        Reply<BriefReading> reply = ask(call, question, ChatStyle.STEADY);
        for (ChatStyle next : ChatStyle.STRICT.downwards()) {
            if (!isNotUnderstood(reply)) {
                break;
            }
            reply = ask(call, question, next);
        }
        return reply;
    }

    private Reply<BriefReading> ask(Call call, Question question, ChatStyle style) {
        return call.ask(address, BriefQuestion.of(endpoint.model(), question, style), answer -> BriefSaid.reading(answer, question));
    }

    private static boolean isNotUnderstood(Reply<?> reply) {
        return reply instanceof Reply.Missed<?> missed && missed.status().isPresent() && NOT_UNDERSTOOD.contains(missed.status().getAsInt());
    }

    @Override
    public void close() {
        gate.close();
    }
}
