package io.tastemaker.domain.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** What a thing looks like at one moment, field by field, so that the audit log can say what a deed changed. Never changes itself. */
public final class Traits {

    /** Of a thing that is not there: before it was made, after it was removed. */
    public static final Traits NONE = new Traits(new LinkedHashMap<>());

    private record Trait(String text, boolean shown) {}

    private final SequencedMap<String, Trait> fields;

    private Traits(SequencedMap<String, Trait> fields) {
        this.fields = fields;
    }

    /**
     * The same with one more field, whose values the log shows.
     *
     * @param field its name
     * @param value what it holds: an {@link Optional}, a collection, a {@link Coded} or anything with a readable text; an empty one is no field
     * @return the traits
     */
    public Traits with(String field, Object value) {
        return with(field, value, true);
    }

    /**
     * The same with one more field of which the log only says that it changed: what is secret or a person's.
     *
     * @param field its name
     * @param value as above
     * @return the traits
     */
    public Traits withheld(String field, Object value) {
        return with(field, value, false);
    }

    /**
     * What differs.
     *
     * @param after the traits afterwards
     * @return one change for each field that differs, in the order of the fields
     */
    public List<Change> changesTo(Traits after) {
        Set<String> names = new LinkedHashSet<>(fields.keySet());
        names.addAll(after.fields.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Optional<Trait> old = Optional.ofNullable(fields.get(name));
            Optional<Trait> now = Optional.ofNullable(after.fields.get(name));
            if (!old.equals(now)) {
                boolean shown = old.or(() -> now).map(Trait::shown).orElse(false);
                changes.add(shown ? new Change(name, old.map(Trait::text), now.map(Trait::text)) : Change.withheld(name));
            }
        }
        return List.copyOf(changes);
    }

    /**
     * What came into being.
     *
     * @return one change for each field, from nothing
     */
    public List<Change> made() {
        return NONE.changesTo(this);
    }

    /**
     * What went.
     *
     * @return one change for each field, to nothing
     */
    public List<Change> gone() {
        return changesTo(NONE);
    }

    private Traits with(String field, Object value, boolean shown) {
        SequencedMap<String, Trait> more = new LinkedHashMap<>(fields);
        text(value).ifPresent(text -> more.put(field, new Trait(text, shown)));
        return new Traits(more);
    }

    private static Optional<String> text(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.flatMap(Traits::text);
            case Collection<?> many when many.isEmpty() -> Optional.empty();
            case Collection<?> many -> Optional.of(many.stream().flatMap(each -> text(each).stream()).sorted().collect(Collectors.joining(", ")));
            case Map<?, ?> map -> text(map.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList());
            case Coded coded -> Optional.of(coded.code());
            case Range<?> range -> Optional.of(text(range.min()).orElse("") + ".." + text(range.max()).orElse(""));
            default -> Optional.of(value.toString()).filter(text -> !text.isEmpty());
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Traits traits && fields.equals(traits.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Says the names only: the values may be secret. */
    @Override
    public String toString() {
        return "Traits" + fields.keySet();
    }
}
