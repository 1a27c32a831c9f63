package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.application.billing.OpenCheckout.Wish;
import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a body says is to be bought. Each kind has its own members, and takes no other's.
 *
 * @param kind which kind
 * @param plan for a subscription
 * @param pack for a top-up
 * @param amount for a payment
 * @param description for a payment, where the body has such a member
 */
record Wanted(String kind, Optional<String> plan, Optional<String> pack, Optional<MoneyJson> amount, Optional<String> description) {

    private static final BigDecimal MOST = new BigDecimal("999999.99");

    /** The payment provider takes no more at once. */
    static final String PAYABLE = "must be more than 0 and at most " + MOST.toPlainString();

    private static final int LONGEST = 250;

    /** Everything that is wrong with it, each named at its own member. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        check(faults, "plan", plan, Kinds.SUBSCRIPTION);
        check(faults, "pack", pack, Kinds.TOP_UP);
        check(faults, "amount", amount, Kinds.PAYMENT);
        check(faults, "description", description, Kinds.PAYMENT);
        if (kind.equals(Kinds.PAYMENT)) {
            amount.map(MoneyJson::money).filter(money -> !canBePaid(money))
                    .ifPresent(money -> faults.add(fault("amount", PAYABLE)));
            description.filter(text -> text.length() > LONGEST)
                    .ifPresent(text -> faults.add(fault("description", "must have 1 to " + LONGEST + " characters")));
        }
        return faults;
    }

    private void check(List<Fault> faults, String member, Optional<?> given, String owner) {
        boolean fits = kind.equals(owner);
        if (fits && given.isEmpty()) {
            faults.add(fault(member, "is required for the kind " + kind));
        } else if (!fits && given.isPresent()) {
            faults.add(fault(member, "goes with the kind " + owner + ", not with " + kind));
        }
    }

    static boolean canBePaid(Money money) {
        return money.amount().signum() > 0 && money.amount().compareTo(MOST) <= 0;
    }

    static Fault fault(String member, String detail) {
        return new Fault(ProblemCode.INVALID_FIELD, "#/" + member, detail);
    }

    /** What is meant, once there is no fault. */
    Wish wish() {
        return switch (kind) {
            case Kinds.SUBSCRIPTION -> new Wish.Plan(plan.orElseThrow());
            case Kinds.TOP_UP -> new Wish.Pack(pack.orElseThrow());
            default -> new Wish.Something(amount.orElseThrow().money(), description.orElseThrow().strip());
        };
    }
}
