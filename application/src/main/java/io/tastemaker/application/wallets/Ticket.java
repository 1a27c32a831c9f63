package io.tastemaker.application.wallets;

import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletCommand;
import io.tastemaker.domain.wallets.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A command on its way through a mailbox, and the caller that waits for its answer. */
final class Ticket {

    /** What a waiting caller is woken up for. */
    private enum Signal {
        ANSWERED,
        YOUR_TURN
    }

    final WalletCommand command;
    private final CompletableFuture<Answered> answer = new CompletableFuture<>();
    private final CompletableFuture<Signal> signal = new CompletableFuture<>();

    Ticket(WalletCommand command) {
        this.command = command;
    }

    /** Waits until there is an answer, or until it is this caller's turn to work for all. */
    boolean mustWork() {
        return signal.join() == Signal.YOUR_TURN;
    }

    void wakeToWork() {
        signal.complete(Signal.YOUR_TURN);
    }

    void answer(Answered answered) {
        answer.complete(answered);
        signal.complete(Signal.ANSWERED);
    }

    /** The stored answer, if it is to the same command; the key stands for another one otherwise. */
    void answerFrom(Operation stored) {
        answer(stored.command().equals(command.text()) ? Answered.again(stored) : Answered.passing(new WalletAnswer.KeyReused()));
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
        signal.complete(Signal.ANSWERED);
    }

    /** Fails if there is no answer. */
    void giveUp() {
        if (!isDone()) {
            fail(new IllegalStateException("there was no answer to " + command.key()));
        }
    }

    boolean isDone() {
        return answer.isDone();
    }

    Answered result() {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }
}
