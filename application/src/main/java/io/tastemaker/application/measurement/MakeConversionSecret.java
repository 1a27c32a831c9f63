package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.ConversionSecrets;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.ConversionSecret;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a new secret that a shop signs its calls with; the one before is believed for a day yet, and those before it not any more. */
public final class MakeConversionSecret {

    private static final String PREFIX = "tcs_";

    private final Transactions transactions;
    private final ConversionSecrets secrets;
    private final Roster roster;
    private final SecretBox box;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    MakeConversionSecret(Transactions transactions, ConversionSecrets secrets, Roster roster, SecretBox box, Ids ids, Tokens tokens,
            InstantSource clock) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.roster = roster;
        this.box = box;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign for which campaign
     */
    public record Command(Actor actor, CampaignId campaign) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * There is a new one. This is the only time that it is shown.
         *
         * @param secret the secret
         * @param previousUntil until when the one before is believed, empty when there was none
         */
        record Made(String secret, Optional<Instant> previousUntil) implements Outcome {
            /** Keeps the secret to itself. */
            @Override
            public String toString() {
                return "Made[" + previousUntil + "]";
            }
        }

        /**
         * The campaign takes nothing in any more.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Makes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        CampaignId campaign = command.campaign();
        Optional<Campaign.Status> closed = roster.closed(actor.team(), campaign);
        String text = PREFIX + tokens.next();
        UUID id = ids.next();
        Instant now = clock.instant();
        ConversionSecret made = new ConversionSecret(id, campaign, box.seal(HmacSha256.bytes(text), ConversionSecret.context(id)), now, Optional.empty());
        return transactions.inTransaction(actor, "campaign.make_conversion_secret", () -> {
            if (closed.isPresent()) {
                transactions.refused(Subject.of("campaign", campaign));
                return new Outcome.Closed(closed.get());
            }
            List<ConversionSecret> before = secrets.lock(campaign).stream().filter(secret -> secret.isGoodAt(now)).limit(1)
                    .map(secret -> secret.endsAt().isPresent() ? secret : secret.replaced(now)).toList();
            secrets.keep(campaign, Stream.concat(Stream.of(made), before.stream()).toList());
            transactions.about(Subject.of("campaign", campaign), Traits.NONE.withheld("conversion_secret", id).made());
            return new Outcome.Made(text, before.stream().findFirst().flatMap(ConversionSecret::endsAt));
        });
    }
}
