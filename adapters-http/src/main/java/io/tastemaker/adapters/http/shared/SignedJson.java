package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the JSON in a body that somebody signed, as strictly as any other, once the signature is believed.
 *
 * @param <T> the record
 */
public final class SignedJson<T extends Record> {

    private final Class<T> type;
    private final Shape.Members shape;

    private SignedJson(Class<T> type) {
        this.type = type;
        this.shape = Shape.of(type);
    }

    /**
     * Of a kind of body.
     *
     * @param type its record
     * @param <T> the record
     * @return what reads it
     */
    public static <T extends Record> SignedJson<T> of(Class<T> type) {
        return new SignedJson<>(type);
    }

    /**
     * Reads a body.
     *
     * @param body as it came
     * @return its record; a body with faults ends the call with all of them
     */
    public T read(SignedBody body) {
        List<Fault> faults = new ArrayList<>();
        JsonNode document = StrictJson.read(body.bytes(), faults);
        return Binder.body(shape, document, faults).filter(read -> faults.isEmpty()).map(type::cast)
                .orElseThrow(() -> Problem.of(faults).asException());
    }
}
