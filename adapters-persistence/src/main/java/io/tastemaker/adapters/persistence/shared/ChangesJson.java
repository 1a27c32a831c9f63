package io.tastemaker.adapters.persistence.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.domain.shared.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.JSONB;

/** The changes of a deed as a column of JSON: {@code [{field, before, after}]}, without what is empty. */
public final class ChangesJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String FIELD = "field";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private ChangesJson() {}

    static JSONB write(List<Change> changes) {
        ArrayNode list = MAPPER.createArrayNode();
        for (Change change : changes) {
            ObjectNode entry = list.addObject().put(FIELD, change.field());
            change.before().ifPresent(text -> entry.put(BEFORE, text));
            change.after().ifPresent(text -> entry.put(AFTER, text));
        }
        return JSONB.valueOf(list.toString());
    }

    /** Reads a column; what {@link #write} never wrote becomes a change of the field {@code ?}, so that nothing strange stays unseen. */
    public static List<Change> read(JSONB column) {
        try {
            JsonNode list = MAPPER.readTree(column.data());
            List<Change> changes = new ArrayList<>();
            list.elements().forEachRemaining(entry -> changes.add(change(entry)));
            return list.isArray() ? changes : List.of(strange(list));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Change change(JsonNode entry) {
        boolean known = entry.isObject() && entry.path(FIELD).isTextual();
        for (String name : (Iterable<String>) entry::fieldNames) {
            known &= Set.of(FIELD, BEFORE, AFTER).contains(name) && entry.get(name).isTextual();
        }
        if (!known || entry.get(FIELD).textValue().isBlank() || entry.get(FIELD).textValue().length() > 100) {
            return strange(entry);
        }
        Change change = new Change(entry.get(FIELD).textValue(), text(entry, BEFORE), text(entry, AFTER));
        boolean same = change.before().equals(text(entry, BEFORE)) && change.after().equals(text(entry, AFTER));
        return same ? change : strange(entry);
    }

    private static Change strange(JsonNode entry) {
        return new Change("?", Optional.empty(), Optional.of(entry.toString()));
    }

    private static Optional<String> text(JsonNode entry, String name) {
        return Optional.ofNullable(entry.get(name)).map(JsonNode::textValue);
    }
}
