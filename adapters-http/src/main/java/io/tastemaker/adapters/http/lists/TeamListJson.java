package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.application.lists.ShownList;
import io.tastemaker.domain.lists.TeamList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A list of creators.
 *
 * @param id the list
 * @param version as in the ETag
 * @param name its name
 * @param description what it is for
 * @param visibility who sees it
 * @param columns what is filled in for each item
 * @param defaultNote the note of an item that is added without one
 * @param criteria who belongs on it
 * @param items how many creators are on it
 * @param right what the caller may do
 * @param createdBy who made it
 * @param createdAt when
 * @param updatedAt when the list itself last changed
 */
record TeamListJson(
        UUID id,
        @About("As in the ETag") long version,
        String name,
        String description,
        @About("team: everybody in the team sees it; private: its maker, those with whom it is shared, and the owner of the team") String visibility,
        @About("What is filled in for each item") List<String> columns,
        @About("The note of an item that is added without one") String defaultNote,
        @About("Who belongs on it, in the team's words") String criteria,
        @About("How many creators are on it") int items,
        @About("What the caller may do: read, edit or manage it; never more than the role allows") String right,
        String createdBy,
        Instant createdAt,
        @About("When the list itself last changed; its items have versions of their own") Instant updatedAt) {

    static TeamListJson of(ShownList shown) {
        TeamList list = shown.list();
        return new TeamListJson(list.id().value(), list.version(), list.name(), list.description(), list.visibility().code(), list.form().columns(),
                list.form().defaultNote(), list.form().criteria(), shown.items(), shown.right().code(), list.createdBy(), list.createdAt(),
                list.updatedAt());
    }

    static String location(ShownList shown) {
        return "/lists/" + shown.list().id();
    }
}
