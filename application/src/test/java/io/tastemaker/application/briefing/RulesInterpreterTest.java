package io.tastemaker.application.briefing;

import io.tastemaker.application.briefing.out.BriefInterpreter;
import io.tastemaker.application.briefing.out.BriefInterpreterContract;
import java.util.Optional;

class RulesInterpreterTest extends BriefInterpreterContract {

    @Override
    protected BriefInterpreter interpreter() {
        return new RulesInterpreter();
    }

    @Override
    protected Optional<BriefInterpreter> silent() {
        return Optional.empty();
    }
}
