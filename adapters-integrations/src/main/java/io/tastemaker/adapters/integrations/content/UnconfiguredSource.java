package io.tastemaker.adapters.integrations.content;

import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.util.Set;

/** Stands in where nobody gave a key: it knows no platform, and is never asked for anything. */
public final class UnconfiguredSource implements CreatorSource {

    /** There is nothing to set up. */
    public UnconfiguredSource() {}

    @Override
    public String name() {
        return "none";
    }

    @Override
    public Set<Platform> platforms() {
        return Set.of();
    }

    @Override
    public boolean isUp() {
        return false;
    }

    @Override
    public Answer fetch(Handle handle, Duration within) {
        return Verdict.unavailable(Reason.NOT_CONFIGURED, "no source of profiles is configured");
    }
}
