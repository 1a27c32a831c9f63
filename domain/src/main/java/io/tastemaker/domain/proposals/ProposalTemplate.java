package io.tastemaker.domain.proposals;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.ProposalTemplateId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Objects;

/**
 * What proposals of one kind begin as. Changing it changes no proposal.
 *
 * @param id the template's id
 * @param team whose template
 * @param version 1 at birth, one more with every change
 * @param name 1 to 200 characters
 * @param terms what a proposal made from it offers at first
 * @param createdBy the label of the actor who made it
 * @param createdAt when
 * @param updatedAt when it last changed
 */
public record ProposalTemplate(
        ProposalTemplateId id, TeamId team, long version, String name, Terms terms, String createdBy, Instant createdAt, Instant updatedAt) {

    /** The most templates of a team. */
    public static final int MOST_OF_A_TEAM = 200;

    /** Checks the name and that nothing is missing. */
    public ProposalTemplate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (name.isBlank() || Characters.count(name) > 200) {
            throw new IllegalArgumentException("a template has a name of 1 to 200 characters");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * The template with another name and other terms.
     *
     * @param newName 1 to 200 characters
     * @param newTerms what a proposal made from it offers from now on
     * @param now the time
     * @return the next version
     */
    public ProposalTemplate changed(String newName, Terms newTerms, Instant now) {
        return new ProposalTemplate(id, team, version + 1, newName, newTerms, createdBy, createdAt, now);
    }
}
