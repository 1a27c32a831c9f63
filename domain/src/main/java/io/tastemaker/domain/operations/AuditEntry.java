package io.tastemaker.domain.operations;

import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One deed in a team's audit log. Each entry carries the hash of the one before, so that the log is a chain.
 *
 * @param team whose log it is
 * @param seq 1 for the first entry of the team, one more with every entry
 * @param at when it was written, in microseconds
 * @param actor the label of who acted
 * @param action what was done, such as {@code campaign.create}
 * @param subject what it was about
 * @param changes what it changed, field by field; none when it changed nothing
 * @param requestId the id of the request that asked for it
 * @param address the network address that asked for it
 * @param previous the hash of the entry before, 64 zeros in the first
 * @param hash the SHA-256 over all of the above, 64 hexadecimal digits
 */
public record AuditEntry(
        TeamId team,
        long seq,
        Instant at,
        String actor,
        String action,
        Optional<Subject> subject,
        List<Change> changes,
        Optional<String> requestId,
        Optional<String> address,
        String previous,
        String hash) {

    /** The version of the form that is hashed, should there ever be another. */
    private static final String FORM = "1";

    private static final BigInteger MICROS = BigInteger.valueOf(1_000_000);

    /** Copies the changes and checks that nothing is missing. */
    public AuditEntry {
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(hash, "hash");
        changes = List.copyOf(changes);
    }

    /**
     * The entry that continues a log.
     *
     * @param before the end of the log until now
     * @return this entry with the next number, the hash of the one before, and its own
     */
    public AuditEntry chainedTo(AuditHead before) {
        AuditEntry open = new AuditEntry(
                team, before.seq() + 1, at, actor, action, subject, changes, requestId, address, before.hash(), "");
        return new AuditEntry(
                team, open.seq, at, actor, action, subject, changes, requestId, address, before.hash(), open.hashAs(open.seq));
    }

    /**
     * The log ends with this entry.
     *
     * @return its number and hash
     */
    public AuditHead head() {
        return new AuditHead(seq, hash);
    }

    /**
     * Whether this is what was written behind the given end of the log.
     *
     * @param before the entry before
     * @return false when it was edited, or belongs elsewhere
     */
    boolean follows(AuditHead before) {
        return seq == before.seq() + 1 && previous.equals(before.hash()) && wasWrittenAs(seq);
    }

    /** Whether this entry, as it is, was written with that number. */
    boolean wasWrittenAs(long number) {
        return hash.equals(hashAs(number));
    }

    /** Every part stands with its length in bytes, so that no two different entries are written alike. The database computes the same. */
    private String hashAs(long number) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        put(form, FORM);
        put(form, team.toString());
        put(form, Long.toString(number));
        put(form, BigInteger.valueOf(at.getEpochSecond()).multiply(MICROS).add(BigInteger.valueOf(at.getNano() / 1_000)).toString());
        put(form, actor);
        put(form, action);
        put(form, subject.map(Subject::type));
        put(form, subject.map(Subject::id));
        put(form, requestId);
        put(form, address);
        put(form, previous);
        for (Change change : changes) {
            put(form, change.field());
            put(form, change.before());
            put(form, change.after());
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void put(ByteArrayOutputStream form, Optional<String> part) {
        part.ifPresentOrElse(text -> put(form, text), () -> form.write('-'));
    }

    private static void put(ByteArrayOutputStream form, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        form.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(bytes);
    }
}
