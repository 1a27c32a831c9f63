package io.tastemaker.domain.outreach;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Objects;

/**
 * A text that a team invites with again and again, or one that came with the program.
 *
 * @param id its id
 * @param team whose text; {@link TeamId#CATALOGUE} for one that came with the program, which every team reads and nobody changes
 * @param version 1 at birth, one more with every change
 * @param name what the team calls it, 1 to 100 characters
 * @param wording what is written
 * @param createdBy the label of the actor
 * @param createdAt when
 * @param updatedAt when it last changed
 */
public record MessageTemplate(
        MessageTemplateId id,
        TeamId team,
        long version,
        String name,
        Wording wording,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** The longest name, in characters. */
    public static final int MOST_NAME = 100;

    /** Checks the name and that nothing is missing. */
    public MessageTemplate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        if (name.isBlank() || Characters.count(name) > MOST_NAME) {
            throw new IllegalArgumentException("a template's name has 1 to 100 characters");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1: " + version);
        }
    }

    /**
     * A new template.
     *
     * @param id its id
     * @param team whose text
     * @param name 1 to 100 characters
     * @param wording what is written
     * @param createdBy the label of the actor
     * @param now the time
     * @return version 1
     */
    public static MessageTemplate begin(
            MessageTemplateId id, TeamId team, String name, Wording wording, String createdBy, Instant now) {
        return new MessageTemplate(id, team, 1, name, wording, createdBy, now, now);
    }

    /**
     * Whether it came with the program.
     *
     * @return true for a text that nobody changes
     */
    public boolean isShipped() {
        return team.equals(TeamId.CATALOGUE);
    }

    /**
     * The template with another text.
     *
     * @param newName 1 to 100 characters
     * @param newWording what is written now
     * @param now the time
     * @return the next version
     */
    public MessageTemplate changed(String newName, Wording newWording, Instant now) {
        return new MessageTemplate(id, team, version + 1, newName, newWording, createdBy, createdAt, now);
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.withheld("name", name).withheld("subject", wording.subject()).withheld("body", wording.body());
    }
}
