package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.SecretSamples;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SecretBox;
import jakarta.inject.Inject;

/**
 * What the program asks about its keys.
 *
 * @param checkSecretKeys whether they open what the store keeps sealed
 */
public record SecretUseCases(CheckSecretKeys checkSecretKeys) {

    /** Builds them from the driven ports. */
    @Inject
    public SecretUseCases(PlatformTransactions transactions, SecretSamples samples, SecretBox box) {
        this(new CheckSecretKeys(transactions, samples, box));
    }
}
