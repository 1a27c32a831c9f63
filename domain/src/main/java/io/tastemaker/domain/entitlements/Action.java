package io.tastemaker.domain.entitlements;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that may cost credits. Price list and plans name actions, and operators may name more; those that the program itself carries
 * out stand here.
 *
 * @param code lower-case snake_case, 1 to 50 characters
 */
public record Action(String code) implements Comparable<Action> {

    /** Stands before the constants, which are checked against it when the class is initialised. */
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    /** Open a creator's full record for the team, for good. */
    public static final Action CREATOR_UNLOCK = new Action("creator_unlock");

    /** Reveal a creator's e-mail address to the team, for good. */
    public static final Action EMAIL_UNLOCK = new Action("email_unlock");

    /** Search with a filter or weights that make a search advanced. */
    public static final Action ADVANCED_SEARCH = new Action("advanced_search");

    /** See a page of a ranking behind the first. */
    public static final Action DISCOVERY_PAGINATION = new Action("discovery_pagination");

    /** Detailed analytics of up to 50 posts of one creator. */
    public static final Action POST_ANALYTICS = new Action("post_analytics");

    /** Reading one text by a model. */
    public static final Action CONTENT_CLASSIFICATION = new Action("content_classification");

    /** One file with data of the team. */
    public static final Action BULK_EXPORT = new Action("bulk_export");

    /** Checks the form of the code. */
    public Action {
        Objects.requireNonNull(code, "code");
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("an action has 1 to 50 characters a-z, 0-9 and _, and begins with a letter: " + code);
        }
    }

    @Override
    public int compareTo(Action other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
