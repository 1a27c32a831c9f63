package io.tastemaker.application.briefing.out;

import java.util.Optional;

class InMemoryBriefInterpreterTest extends BriefInterpreterContract {

    @Override
    protected BriefInterpreter interpreter() {
        return new InMemoryBriefInterpreter();
    }

    @Override
    protected Optional<BriefInterpreter> silent() {
        InMemoryBriefInterpreter silent = new InMemoryBriefInterpreter();
        silent.fallSilent("timeout");
        return Optional.of(silent);
    }
}
