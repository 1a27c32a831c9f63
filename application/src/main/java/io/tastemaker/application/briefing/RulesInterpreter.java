package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.BriefInterpreter;
import io.tastemaker.domain.briefing.BriefReader;
import io.tastemaker.domain.briefing.InterpretedBy;
import java.time.Duration;

/** Understands messages by the rules of the domain: always, at once, and without anybody else. */
final class RulesInterpreter implements BriefInterpreter {

    @Override
    public Answer read(Question question, Duration within) {
        return new Answer.Read(BriefReader.read(question.text(), question.draft(), question.asked(), question.today()), InterpretedBy.RULES);
    }
}
