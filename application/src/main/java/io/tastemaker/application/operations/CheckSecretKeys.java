package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.SecretSamples;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Finds out at the start whether the keys of this program open what the store keeps sealed. */
public final class CheckSecretKeys {

    private static final String CONTEXT = "secret sample";
    private static final byte[] TEXT = "the keys fit".getBytes(StandardCharsets.US_ASCII);

    private final PlatformTransactions transactions;
    private final SecretSamples samples;
    private final SecretBox box;

    CheckSecretKeys(PlatformTransactions transactions, SecretSamples samples, SecretBox box) {
        this.transactions = transactions;
        this.samples = samples;
        this.box = box;
    }

    /**
     * What is wanted.
     *
     * @param actor the program
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** They open it. */
        record Fitting() implements Outcome {}

        /** None of them does. */
        record Foreign() implements Outcome {}
    }

    /**
     * Tries the keys; a new store gets its sample.
     *
     * @param command what is wanted
     * @return whether they fit
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Optional<byte[]> there = transactions.reading(command.actor(), samples::find);
        byte[] kept = there.orElseGet(() -> transactions.inTransaction(command.actor(), "secret_key.sample", () -> {
            transactions.about(Subject.of("secret_sample", 1), List.of());
            return samples.keepFirst(box.seal(TEXT, CONTEXT));
        }));
        return isOpened(kept) ? new Outcome.Fitting() : new Outcome.Foreign();
    }

    private boolean isOpened(byte[] sealed) {
        try {
            box.open(sealed, CONTEXT);
            return true;
        } catch (IllegalStateException foreignKey) {
            return false;
        }
    }
}
