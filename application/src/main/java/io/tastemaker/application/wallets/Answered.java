package io.tastemaker.application.wallets;

import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.WalletAnswer;
import java.util.Objects;
import java.util.Optional;

/**
 * What a wallet answered.
 *
 * @param answer the answer
 * @param operation what stands in the books; empty when nothing was written
 * @param replayed whether it was answered before, under the same key
 */
public record Answered(WalletAnswer answer, Optional<Operation> operation, boolean replayed) {

    /** Checks that nothing is missing. */
    public Answered {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(operation, "operation");
    }

    static Answered passing(WalletAnswer answer) {
        return new Answered(answer, Optional.empty(), false);
    }

    static Answered written(Operation operation) {
        return new Answered(operation.answer(), Optional.of(operation), false);
    }

    static Answered again(Operation operation) {
        return new Answered(operation.answer(), Optional.of(operation), true);
    }
}
