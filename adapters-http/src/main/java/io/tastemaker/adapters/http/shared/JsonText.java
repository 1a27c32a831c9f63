package io.tastemaker.adapters.http.shared;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JSON that is kept as text, such as the question of a saved search. */
public final class JsonText {

    private JsonText() {}

    /**
     * Writes a record, without what is empty in it.
     *
     * @param record the record
     * @return one line of JSON
     */
    public static String of(Record record) {
        return Json.sparse(record);
    }

    /**
     * Reads a text that was written before.
     *
     * @param text JSON
     * @return lists, maps, strings, decimals and booleans, to be written again
     */
    public static Object read(String text) {
        List<Fault> faults = new ArrayList<>();
        return PlainJson.plain(StrictJson.read(text.getBytes(StandardCharsets.UTF_8), faults));
    }
}
