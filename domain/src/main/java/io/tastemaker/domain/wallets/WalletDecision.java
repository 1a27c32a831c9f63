package io.tastemaker.domain.wallets;

/** What a wallet decides on a command. */
public sealed interface WalletDecision {

    /**
     * Something is to be written, if only the refusal that stands from now on.
     *
     * @param change what
     * @param answer the answer, once it is written
     */
    record Write(WalletChange change, WalletAnswer.Lasting answer) implements WalletDecision {}

    /**
     * Nothing is written. If the command's key was used before, the answer of then counts instead.
     *
     * @param answer the answer of the moment
     */
    record Pass(WalletAnswer answer) implements WalletDecision {}

    /**
     * The answer, whatever is to be done for it.
     *
     * @return the answer
     */
    default WalletAnswer outcome() {
        return switch (this) {
            case Write(WalletChange change, WalletAnswer.Lasting answer) -> answer;
            case Pass(WalletAnswer answer) -> answer;
        };
    }
}
