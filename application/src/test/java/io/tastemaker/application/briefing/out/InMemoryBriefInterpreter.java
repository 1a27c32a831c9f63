package io.tastemaker.application.briefing.out;

import io.tastemaker.domain.briefing.BriefReader;
import io.tastemaker.domain.briefing.InterpretedBy;
import java.time.Duration;
import java.util.Optional;

/** A model that understands as the rules do, until it falls silent. */
public final class InMemoryBriefInterpreter implements BriefInterpreter {

    private Optional<String> silence = Optional.empty();

    /** Answers no more, for this reason. */
    public void fallSilent(String reason) {
        silence = Optional.of(reason);
    }

    @Override
    public Answer read(Question question, Duration within) {
        if (silence.isPresent()) {
            return new Answer.Unread(silence.get());
        }
        return new Answer.Read(BriefReader.read(question.text(), question.draft(), question.asked(), question.today()),
                new InterpretedBy(InterpretedBy.Source.MODEL, "memory", "parrot", Optional.empty()));
    }
}
