package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.ChargeJson;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Receipt;
import io.tastemaker.domain.wallets.Split;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows receipts. */
final class Charges {

    /** Paid before, or the team's own: free now. */
    static final String ALREADY = "already_unlocked";

    private static final String QUOTA = "plan_quota";
    private static final String ALLOWANCE = "free_allowance";
    private static final String CREDITS = "credits";

    private Charges() {}

    static ChargeJson of(Receipt receipt, Optional<Operation> operation) {
        Split split = receipt.split();
        Optional<Long> quotaLeft = receipt.quotaLeft().isPresent() ? Optional.of(receipt.quotaLeft().getAsLong()) : Optional.empty();
        List<ChargeJson.SourceJson> sources = List.of(
                new ChargeJson.SourceJson(QUOTA, split.quota(), quotaLeft, Optional.empty(), Optional.empty()),
                new ChargeJson.SourceJson(ALLOWANCE, split.allowance(), Optional.of(receipt.allowanceLeft()), Optional.empty(), Optional.empty()),
                new ChargeJson.SourceJson(CREDITS, split.credits(), Optional.empty(), Optional.of(receipt.credits()),
                        Optional.of(receipt.price().rule())));
        return new ChargeJson(operation.map(Operation::id), receipt.action().code(), split.units(), receipt.credits(), receipt.creditsLeft(),
                false, receipt.periodEndsAt(), sources);
    }

    /** From where it was paid, in one word. */
    static String source(Receipt receipt) {
        Split split = receipt.split();
        List<String> used = Stream.of(split.quota() > 0 ? QUOTA : "", split.allowance() > 0 ? ALLOWANCE : "", split.credits() > 0 ? CREDITS : "")
                .filter(name -> !name.isEmpty())
                .toList();
        return used.isEmpty() ? "none" : used.size() > 1 ? "mixed" : used.getFirst();
    }
}
