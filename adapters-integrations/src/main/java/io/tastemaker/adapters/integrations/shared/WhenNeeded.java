package io.tastemaker.adapters.integrations.shared;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is made when it is first needed, and once. A client for HTTPS reads all certificates that the machine trusts, which takes a
 * start a tenth of a second, and many programs never call anybody.
 *
 * @param <T> what it is
 */
public final class WhenNeeded<T> {

    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    /**
     * Nothing is made yet.
     *
     * @param maker makes it
     */
    public WhenNeeded(Supplier<T> maker) {
        this.maker = maker;
    }

    /**
     * What is needed.
     *
     * @return always the same
     */
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }

    /**
     * Does something with what was made, such as closing it.
     *
     * @param work what is done; not at all when it was never needed
     */
    public synchronized void ifMade(Consumer<T> work) {
        made.ifPresent(work);
    }
}
