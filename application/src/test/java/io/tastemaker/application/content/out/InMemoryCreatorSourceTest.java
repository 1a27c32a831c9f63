package io.tastemaker.application.content.out;

import io.tastemaker.application.shared.HandClock;

class InMemoryCreatorSourceTest extends CreatorSourceContract {

    private final HandClock clock = new HandClock();
    private final InMemoryCreatorSource source = new InMemoryCreatorSource(clock);

    @Override
    protected CreatorSource source() {
        return source;
    }

    @Override
    protected HandClock clock() {
        return clock;
    }

    @Override
    protected void shows(Account account) {
        source.shows(account);
    }

    @Override
    protected void fails(CreatorSource.Reason reason) {
        source.fails(reason);
    }

    @Override
    protected void recovers() {
        source.recovers();
    }

    @Override
    protected int timesAsked() {
        return source.asked().size();
    }
}
