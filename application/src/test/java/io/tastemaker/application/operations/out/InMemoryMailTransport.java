package io.tastemaker.application.operations.out;

import io.tastemaker.application.shared.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A transport that keeps the letters, and does for a while whatever else it is told. */
public final class InMemoryMailTransport implements MailTransport {

    /** A letter as it was handed over. */
    public record Handed(String messageId, Letter letter) {}

    private final List<Handed> handed = new ArrayList<>();
    private Function<Letter, Optional<Delivery>> mishap = letter -> Optional.empty();

    @Override
    public synchronized Delivery deliver(String messageId, Letter letter) {
        return mishap.apply(letter).orElseGet(() -> {
            handed.add(new Handed(messageId, letter));
            return new Delivery.Delivered();
        });
    }

    /** What happens to letters instead of being delivered; empty for those that are. */
    public synchronized void meets(Function<Letter, Optional<Delivery>> mishap) {
        this.mishap = mishap;
    }

    /** The letters that were delivered, in order. */
    public synchronized List<Handed> handed() {
        return List.copyOf(handed);
    }
}
