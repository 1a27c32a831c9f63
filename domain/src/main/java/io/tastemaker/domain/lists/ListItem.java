package io.tastemaker.domain.lists;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A creator on a list.
 *
 * @param list the list
 * @param creator the creator
 * @param creatorOwner whose record the creator is: the list's team or {@link TeamId#CATALOGUE}
 * @param place where it stands
 * @param note what the team says about it, at most 2,000 characters; blank for nothing
 * @param values what the team filled in, by the columns of the list; at most 500 characters each
 * @param rankingId the ranking the creator was taken from, empty when chosen by hand
 * @param addedBy the label of the actor
 * @param addedAt when
 * @param version 1 at birth, one more with every change
 */
public record ListItem(
        ListId list,
        CreatorId creator,
        TeamId creatorOwner,
        OrderKey place,
        String note,
        Map<String, String> values,
        Optional<String> rankingId,
        String addedBy,
        Instant addedAt,
        long version) {

    /** The longest value of a column, in characters. */
    public static final int LONGEST_VALUE = 500;

    /** Copies the values, checks the texts and that nothing is missing. */
    public ListItem {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(creatorOwner, "creatorOwner");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(rankingId, "rankingId");
        Objects.requireNonNull(addedBy, "addedBy");
        Objects.requireNonNull(addedAt, "addedAt");
        values = Map.copyOf(values);
        if (Characters.count(note) > ListForm.LONGEST_TEXT) {
            throw new IllegalArgumentException("a note has at most 2,000 characters");
        }
        if (values.values().stream().anyMatch(value -> value.isEmpty() || Characters.count(value) > LONGEST_VALUE)) {
            throw new IllegalArgumentException("a value has 1 to 500 characters");
        }
    }

    /**
     * The item with another note and other values.
     *
     * @param newNote at most 2,000 characters
     * @param newValues by the columns of the list
     * @return the next version
     */
    public ListItem changed(String newNote, Map<String, String> newValues) {
        return new ListItem(list, creator, creatorOwner, place, newNote, newValues, rankingId, addedBy, addedAt, version + 1);
    }

    /**
     * The item elsewhere. Where it stands is no part of what somebody read and changes, so it makes no version.
     *
     * @param newPlace where
     * @return the same version at another place
     */
    public ListItem movedTo(OrderKey newPlace) {
        return new ListItem(list, creator, creatorOwner, newPlace, note, values, rankingId, addedBy, addedAt, version);
    }

    /**
     * The same creator on another list.
     *
     * @param other the other list
     * @param by the label of who copies it
     * @param now the time
     * @return version 1 with the same note, values and place
     */
    public ListItem copiedTo(ListId other, String by, Instant now) {
        return new ListItem(other, creator, creatorOwner, place, note, values, rankingId, by, now, 1);
    }

    /**
     * As it is seen through a form: what was filled in for columns that the list does not have any more is not shown, and comes back with
     * them.
     *
     * @param form of the list
     * @return with the values of the form's columns
     */
    public ListItem within(ListForm form) {
        Map<String, String> shown = new HashMap<>(values);
        shown.keySet().retainAll(form.columns());
        return new ListItem(list, creator, creatorOwner, place, note, shown, rankingId, addedBy, addedAt, version);
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        String at = "items." + creator;
        return Traits.NONE.with(at, "on the list").with(at + ".ranking", rankingId).withheld(at + ".note", note).withheld(at + ".values", values);
    }
}
