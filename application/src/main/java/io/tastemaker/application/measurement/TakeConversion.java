package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.Conversions;
import io.tastemaker.application.measurement.out.PromoCodes;
import io.tastemaker.application.measurement.out.TrackedLinks;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.Conversion;
import io.tastemaker.domain.measurement.Measured;
import io.tastemaker.domain.measurement.PromoCode;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in an order of which a shop tells. The same order counts once, however often it is told. */
public final class TakeConversion {

    /** How long ago an order may have been made, in days. */
    public static final int MOST_DAYS = 90;

    private final Transactions transactions;
    private final Conversions conversions;
    private final TrackedLinks links;
    private final PromoCodes codes;
    private final Roster roster;
    private final InstantSource clock;

    TakeConversion(Transactions transactions, Conversions conversions, TrackedLinks links, PromoCodes codes, Roster roster, InstantSource clock) {
        this.transactions = transactions;
        this.conversions = conversions;
        this.links = links;
        this.codes = codes;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param actor the shop, as it was found genuine
     * @param campaign for which campaign
     * @param order the shop's id, 1 to 100 characters
     * @param amount what it brought in, 0 or more
     * @param link the code of the tracked link through which it came; this or a promo code is needed
     * @param promoCode what the buyer typed, in any case
     * @param occurredAt when it was made
     */
    public record Command(Actor actor, CampaignId campaign, String order, Money amount, Optional<String> link, Optional<String> promoCode,
            Instant occurredAt) {
        /** Names neither the order nor the codes. */
        @Override
        public String toString() {
            return "Command[" + campaign + "]";
        }
    }

    /**
     * What is wrong with what was told.
     *
     * @param field which member
     * @param detail what is wrong
     */
    public record Fault(String field, String detail) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It counts.
         *
         * @param conversion the order
         */
        record Counted(Conversion conversion) implements Outcome {}

        /**
         * It was told before and counts once.
         *
         * @param conversion the order
         */
        record Repeated(Conversion conversion) implements Outcome {}

        /** Another order was told under this id; the first one counts. */
        record Contradicted() implements Outcome {}

        /** The code was not good when the order was made. */
        record CodeNotGood() implements Outcome {}

        /**
         * It names what the campaign does not have, or a time that cannot be.
         *
         * @param faults all of it
         */
        record Faulty(List<Fault> faults) implements Outcome {}

        /**
         * The campaign takes nothing in any more.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Takes it in.
     *
     * @param command what is told
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Subject subject = Subject.of("campaign", command.campaign());
        Optional<Outcome> before = transactions.reading(actor, () -> told(command));
        Optional<Campaign.Status> closed = roster.closed(actor.team(), command.campaign());
        return before.orElseGet(() -> transactions.inTransaction(actor, "campaign.take_conversion", () -> {
            transactions.refused(subject);
            if (closed.isPresent()) {
                return new Outcome.Closed(closed.get());
            }
            Read read = read(command);
            if (!read.faults().isEmpty()) {
                return new Outcome.Faulty(read.faults());
            }
            if (!read.code().map(code -> code.isGoodAt(command.occurredAt())).orElse(true)) {
                return new Outcome.CodeNotGood();
            }
            Conversion conversion = read.conversion(command, clock.instant());
            if (!conversions.add(conversion)) {
                return told(command).orElseThrow();
            }
            transactions.about(subject, conversion.traits().made());
            return new Outcome.Counted(conversion);
        }));
    }

    /** What was told of this order before. */
    private Optional<Outcome> told(Command command) {
        return conversions.find(command.campaign(), command.order()).map(first -> {
            Read read = read(command);
            boolean repeats = (command.link().isEmpty() || read.link().isPresent()) && (command.promoCode().isEmpty() || read.code().isPresent())
                    && (command.link().isPresent() || command.promoCode().isPresent())
                    && first.repeats(read.conversion(command, first.receivedAt()));
            return repeats ? new Outcome.Repeated(first) : new Outcome.Contradicted();
        });
    }

    private Read read(Command command) {
        List<Fault> faults = new ArrayList<>();
        Optional<TrackedLink> link = command.link().flatMap(text -> links.findByCode(command.campaign(), text));
        Optional<PromoCode> code = command.promoCode().flatMap(text -> codes.findByCode(command.campaign(), PromoCode.normal(text)));
        if (command.link().isEmpty() && command.promoCode().isEmpty()) {
            faults.add(new Fault("link", "an order came through a link or a promo_code"));
        }
        if (command.link().isPresent() && link.isEmpty()) {
            faults.add(new Fault("link", "the campaign has no such link"));
        }
        if (command.promoCode().isPresent() && code.isEmpty()) {
            faults.add(new Fault("promo_code", "the campaign has no such code"));
        }
        Instant now = clock.instant();
        if (command.occurredAt().isAfter(now.plus(5, ChronoUnit.MINUTES)) || command.occurredAt().isBefore(now.minus(MOST_DAYS, ChronoUnit.DAYS))) {
            faults.add(new Fault("occurred_at", "must be within the last " + MOST_DAYS + " days"));
        }
        return new Read(link, code, List.copyOf(faults));
    }

    private record Read(Optional<TrackedLink> link, Optional<PromoCode> code, List<Fault> faults) {

        /** What a buyer typed tells more surely who brought the order than what was clicked. */
        Conversion conversion(Command command, Instant receivedAt) {
            Optional<Measured> byCode = code.flatMap(PromoCode::creator).map(Measured.OfCreator::new);
            boolean agrees = link.flatMap(TrackedLink::creator).equals(code.flatMap(PromoCode::creator));
            Measured about = byCode.filter(creator -> !agrees).or(() -> link.map(TrackedLink::about)).or(() -> byCode)
                    .orElseGet(Measured.OfCampaign::new);
            return new Conversion(command.campaign(), command.order(), command.amount(), link.map(TrackedLink::id), code.map(PromoCode::id), about,
                    command.occurredAt(), receivedAt);
        }
    }
}
