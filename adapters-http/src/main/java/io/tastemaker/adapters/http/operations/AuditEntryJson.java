package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the audit log as the API shows it.
 *
 * @param seq its number
 * @param at when
 * @param actor who
 * @param action what
 * @param subject about what
 * @param changes what changed
 * @param requestId the request
 * @param address the caller's address
 * @param previousHash the hash of the entry before
 * @param hash its own
 */
public record AuditEntryJson(
        @About("1 for the team's first entry, then one more with each") long seq,
        Instant at,
        @About("Who acted, such as user:..., key:..., operator:... or system:...") String actor,
        @About("What was done, such as campaign.create") String action,
        @About("What it was about") Optional<SubjectJson> subject,
        @About("What changed; empty when nothing did") List<ChangeJson> changes,
        @About("The X-Request-Id of the request") Optional<String> requestId,
        @About("Where the request came from") Optional<String> address,
        String previousHash,
        @About("SHA-256 over this entry and the hash before") String hash) {

    /**
     * What a deed was about.
     *
     * @param type what kind of thing
     * @param id which one
     */
    public record SubjectJson(String type, String id) {}

    /**
     * A field that changed.
     *
     * @param field its name
     * @param before what it held
     * @param after what it holds
     */
    public record ChangeJson(
            String field,
            @About("What it held; with after also null, the values are secret or personal and not kept here") Optional<String> before,
            Optional<String> after) {

        static ChangeJson of(Change change) {
            return new ChangeJson(change.field(), change.before(), change.after());
        }
    }

    /**
     * Shows an entry.
     *
     * @param entry the entry
     * @return its record
     */
    public static AuditEntryJson of(AuditEntry entry) {
        return new AuditEntryJson(
                entry.seq(), entry.at(), entry.actor(), entry.action(),
                entry.subject().map(subject -> new SubjectJson(subject.type(), subject.id())),
                entry.changes().stream().map(ChangeJson::of).toList(), entry.requestId(), entry.address(), entry.previous(), entry.hash());
    }
}
