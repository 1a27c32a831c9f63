package io.tastemaker.domain.lists;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Traits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the items of a list carry besides the creator; a template hands it to the lists that are made from it.
 *
 * @param columns what the team fills in for each item, in the order in which it is shown: at most {@link #MOST_COLUMNS} names of 1 to 50
 *     characters, different without regard to case
 * @param defaultNote the note of an item that is added without one, at most 2,000 characters
 * @param criteria who belongs on the list, in the team's words, at most 2,000 characters
 */
public record ListForm(List<String> columns, String defaultNote, String criteria) {

    /** Nothing besides a note. */
    public static final ListForm PLAIN = new ListForm(List.of(), "", "");

    /** As many columns as a screen shows. */
    public static final int MOST_COLUMNS = 20;

    /** The longest name of a column, in characters. */
    public static final int LONGEST_COLUMN = 50;

    /** The longest note or criteria, in characters, as on a shortlist. */
    public static final int LONGEST_TEXT = 2_000;

    /** Copies the columns and checks them. */
    public ListForm {
        columns = List.copyOf(columns);
        Objects.requireNonNull(defaultNote, "defaultNote");
        Objects.requireNonNull(criteria, "criteria");
        if (columns.size() > MOST_COLUMNS || columns.stream().anyMatch(column -> column.isBlank() || Characters.count(column) > LONGEST_COLUMN)) {
            throw new IllegalArgumentException("a list has at most 20 columns, whose names have 1 to 50 characters");
        }
        Set<String> different = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        different.addAll(columns);
        if (different.size() < columns.size()) {
            throw new IllegalArgumentException("columns have different names");
        }
        if (Characters.count(defaultNote) > LONGEST_TEXT || Characters.count(criteria) > LONGEST_TEXT) {
            throw new IllegalArgumentException("a note has at most 2,000 characters, and so have criteria");
        }
    }

    /**
     * The names that are no columns here.
     *
     * @param values what somebody filled in, by the columns' names
     * @return the names that this form does not have
     */
    public Set<String> unknown(Map<String, String> values) {
        Set<String> names = new TreeSet<>(values.keySet());
        columns.forEach(names::remove);
        return names;
    }

    /**
     * What the audit log shows of it.
     *
     * @param traits of the thing that has this form
     * @return the same with the form's fields
     */
    Traits onto(Traits traits) {
        return traits.withheld("columns", columns).withheld("default_note", defaultNote).withheld("criteria", criteria);
    }
}
