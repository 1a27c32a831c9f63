package io.tastemaker.domain.lists;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A named list of creators of a team. Its items are kept beside it, so that a list of thousands is changed without being read.
 *
 * @param id the list's id
 * @param team whose list
 * @param version 1 at birth, one more with every change of the list itself; its items have versions of their own
 * @param name 1 to 200 characters
 * @param description at most 2,000 characters
 * @param visibility who in the team sees it besides its maker and those with whom it is shared
 * @param form what its items carry
 * @param arrangement one more whenever all items got new places, so that positions from before are known as such; 1 at birth
 * @param createdBy the label of the actor who made it
 * @param createdAt when
 * @param updatedAt when the list itself last changed
 */
public record TeamList(
        ListId id,
        TeamId team,
        long version,
        String name,
        String description,
        Visibility visibility,
        ListForm form,
        long arrangement,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** The most creators on a list: more than a screen shows and a campaign asks, and few enough to be added up while one waits. */
    public static final int MOST_ITEMS = 5_000;

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    /** The most lists of a team. */
    public static final int MOST_OF_A_TEAM = 1_000;

    /** Who sees a list. */
    public enum Visibility implements Coded {
        /** Everybody in the team. */
        TEAM,
        /** Its maker, those with whom it is shared, and the owner of the team. */
        PRIVATE;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the texts and that nothing is missing. */
    public TeamList {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (name.isBlank() || Characters.count(name) > LONGEST_NAME || Characters.count(description) > ListForm.LONGEST_TEXT) {
            throw new IllegalArgumentException("a list has a name of 1 to 200 and a description of at most 2,000 characters");
        }
        if (version < 1 || arrangement < 1) {
            throw new IllegalArgumentException("versions and arrangements begin at 1");
        }
    }

    /**
     * A new list.
     *
     * @param id its id
     * @param team whose list
     * @param look what it is called and who sees it
     * @param createdBy the label of the actor
     * @param now the time
     * @return version 1, without items
     */
    public static TeamList begin(ListId id, TeamId team, Look look, String createdBy, Instant now) {
        return new TeamList(id, team, 1, look.name(), look.description(), look.visibility(), look.form(), 1, createdBy, now, now);
    }

    /**
     * What people say of a list, all at once.
     *
     * @param name 1 to 200 characters
     * @param description at most 2,000 characters
     * @param visibility who sees it
     * @param form what its items carry
     */
    public record Look(String name, String description, Visibility visibility, ListForm form) {}

    /**
     * What is said of this list.
     *
     * @return as it is now
     */
    public Look look() {
        return new Look(name, description, visibility, form);
    }

    /**
     * The list with another look.
     *
     * @param look what is said of it from now on
     * @param now the time
     * @return the next version
     */
    public TeamList changed(Look look, Instant now) {
        return new TeamList(id, team, version + 1, look.name(), look.description(), look.visibility(), look.form(), arrangement, createdBy,
                createdAt, now);
    }

    /**
     * What a copy of it is called when nobody says so.
     *
     * @return the name with a word behind it, cut where it would be too long
     */
    public String nameOfCopy() {
        String copy = " (copy)";
        int kept = Math.min(Characters.count(name), LONGEST_NAME - copy.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + copy;
    }

    /**
     * What the audit log shows of it: names and descriptions are withheld, since people write whatever they like.
     *
     * @return its fields
     */
    public Traits traits() {
        return form.onto(Traits.NONE.withheld("name", name).withheld("description", description).with("visibility", visibility));
    }
}
