package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.ConversionSecrets;
import io.tastemaker.application.measurement.out.Doorways;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.measurement.ConversionSecret;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.TeamId;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether a call comes from the shop of a campaign. It is signed by {@code c=<campaign>,t=<seconds since 1970>,v1=<hex>}, where v1 is
 * HMAC-SHA256, with the campaign's secret, over the seconds, a dot and the bytes of the body.
 */
public final class CheckConversionCall {

    private static final Pattern SIGNATURE =
            Pattern.compile("c=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}),\\s?t=([0-9]{1,12}),\\s?v1=([0-9a-f]{64})");
    private static final byte[] NO_SECRET = HmacSha256.bytes("a secret that no shop was ever given");

    private final Transactions transactions;
    private final Doorways doorways;
    private final ConversionSecrets secrets;
    private final SecretBox box;
    private final InstantSource clock;

    CheckConversionCall(Transactions transactions, Doorways doorways, ConversionSecrets secrets, SecretBox box, InstantSource clock) {
        this.transactions = transactions;
        this.doorways = doorways;
        this.secrets = secrets;
        this.box = box;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param caller nobody in particular
     * @param signature the header that signs the body
     * @param body the bytes as they came
     */
    public record Query(Anonymous caller, String signature, byte[] body) {
        /** Shows neither. */
        @Override
        public String toString() {
            return "Query[" + body.length + " bytes]";
        }
    }

    /** What is found. */
    public sealed interface Outcome {
        /**
         * It comes from the shop.
         *
         * @param shop who acts from here on
         * @param campaign for which campaign
         * @param signedAt when it was signed
         */
        record Genuine(Actor shop, CampaignId campaign, Instant signedAt) implements Outcome {}

        /**
         * It is not believed. An unknown campaign and a wrong secret are told alike.
         *
         * @param reason why, for people
         */
        record Doubtful(String reason) implements Outcome {}
    }

    /**
     * Finds out.
     *
     * @param query what is asked
     * @return who calls
     */
    public Outcome handle(Query query) {
        Matcher parts = SIGNATURE.matcher(query.signature());
        if (!parts.matches()) {
            return new Outcome.Doubtful("it is not signed as it should be: c=<campaign id>,t=<seconds>,v1=<hex>");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
        Instant now = clock.instant();
        if (Duration.between(signedAt, now).abs().compareTo(ConversionSecret.TOLERANCE) > 0) {
            return new Outcome.Doubtful("it was signed more than " + ConversionSecret.TOLERANCE.toSeconds() + " seconds away from now");
        }
        CampaignId campaign = CampaignId.of(parts.group(1));
        Optional<TeamId> team = doorways.findTeam(campaign);
        List<byte[]> keys = team.map(owner -> keys(owner, campaign, now)).orElse(List.of());
        boolean genuine = isSigned(keys, parts, query.body());
        return genuine
                ? new Outcome.Genuine(new Actor.System("conversions", team.orElseThrow()), campaign, signedAt)
                : new Outcome.Doubtful("the signature does not fit");
    }

    private List<byte[]> keys(TeamId team, CampaignId campaign, Instant now) {
        List<ConversionSecret> known = transactions.reading(new Actor.System("conversions", team), () -> secrets.all(campaign));
        return known.stream().filter(secret -> secret.isGoodAt(now)).map(secret -> box.open(secret.sealed(), secret.context())).toList();
    }

    /** Where there is no secret, as much is computed as with one. */
    private static boolean isSigned(List<byte[]> keys, Matcher parts, byte[] body) {
        byte[] given = HexFormat.of().parseHex(parts.group(3));
        byte[] moment = HmacSha256.bytes(parts.group(2) + ".");
        boolean fits = false;
        for (byte[] key : keys.isEmpty() ? List.of(NO_SECRET) : keys) {
            fits |= MessageDigest.isEqual(HmacSha256.of(key, moment, body), given);
        }
        return fits && !keys.isEmpty();
    }
}
