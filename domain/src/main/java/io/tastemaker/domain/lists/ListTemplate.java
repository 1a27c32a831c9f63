package io.tastemaker.domain.lists;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Objects;

/**
 * What lists of one kind have in common. Changing it changes no list that was made from it.
 *
 * @param id the template's id
 * @param team whose template; everybody in the team sees it
 * @param version 1 at birth, one more with every change
 * @param name 1 to 200 characters
 * @param description what a list made from it says at first, at most 2,000 characters
 * @param form what a list made from it has
 * @param createdBy the label of the actor who made it
 * @param createdAt when
 * @param updatedAt when it last changed
 */
public record ListTemplate(
        ListTemplateId id,
        TeamId team,
        long version,
        String name,
        String description,
        ListForm form,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** The most templates of a team. */
    public static final int MOST_OF_A_TEAM = 200;

    /** Checks the texts and that nothing is missing. */
    public ListTemplate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (name.isBlank() || Characters.count(name) > 200 || Characters.count(description) > ListForm.LONGEST_TEXT) {
            throw new IllegalArgumentException("a template has a name of 1 to 200 and a description of at most 2,000 characters");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * The template with other words.
     *
     * @param newName 1 to 200 characters
     * @param newDescription at most 2,000 characters
     * @param newForm what a list made from it has from now on
     * @param now the time
     * @return the next version
     */
    public ListTemplate changed(String newName, String newDescription, ListForm newForm, Instant now) {
        return new ListTemplate(id, team, version + 1, newName, newDescription, newForm, createdBy, createdAt, now);
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        return form.onto(Traits.NONE.withheld("name", name).withheld("description", description));
    }
}
