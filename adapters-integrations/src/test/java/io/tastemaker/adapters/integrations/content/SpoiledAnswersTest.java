package io.tastemaker.adapters.integrations.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tastemaker.adapters.integrations.content.AnswerReader.Read;
import io.tastemaker.adapters.integrations.standin.StandInAccounts;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Thousands of answers that began as good ones. */
class SpoiledAnswersTest {

    private static final long SEED = 20260302;
    private static final int ROUNDS = 3_000;
    private static final Handle MARA = new Handle(Platform.INSTAGRAM, "mara.bakes");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> INSTEAD = List.of("null", "true", "-1", "0", "1e308", "123456789012345678901234567890", "\"\"",
            "\"NaN\"", "\"-5\"", "\"\\u0000\\ud83c\"", "\"9,99,99\"", "[]", "{}", "[[[]]]", "{\"count\":\"12K\"}", "{\"edges\":[null]}",
            "\"2026-02-30T00:00:00Z\"", "\"http://[\"", "99999999999");

    @Test
    void a_member_that_is_something_else_never_throws() throws IOException {
        SplittableRandom chance = new SplittableRandom(SEED);
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode user = user();
            for (int change = chance.nextInt(1, 6); change > 0; change--) {
                spoil(user, chance);
            }
            Read read = read(("{\"results\":[{\"content\":{\"data\":{\"user\":" + user + "}}}]}").getBytes(UTF_8), round);
            found += read instanceof Read.Told ? 1 : 0;
        }
        assertThat(found).as("seed " + SEED).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void bytes_that_are_lost_or_altered_never_throw() {
        SplittableRandom chance = new SplittableRandom(SEED);
        byte[] whole = ("{\"data\":{\"user\":" + user() + "}}").getBytes(UTF_8);
        for (int round = 0; round < 3 * ROUNDS; round++) {
            byte[] bytes = Arrays.copyOf(whole, chance.nextInt(4) == 0 ? chance.nextInt(whole.length) : whole.length);
            for (int change = chance.nextInt(1, 4); change > 0 && bytes.length > 0; change--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
            read(bytes, round);
        }
    }

    private static ObjectNode user() {
        return StandInAccounts.find(MARA.name(), HandClock.START).orElseThrow().user();
    }

    private static Read read(byte[] bytes, int round) {
        try {
            return AnswerReader.read(bytes, MARA, HandClock.START);
        } catch (RuntimeException failure) {
            throw new AssertionError("seed " + SEED + ", round " + round + ": " + new String(bytes, UTF_8), failure);
        }
    }

    private static void spoil(ObjectNode user, SplittableRandom chance) throws IOException {
        List<JsonNode> places = new ArrayList<>();
        collect(user, places);
        JsonNode place = places.get(chance.nextInt(places.size()));
        JsonNode instead = JSON.readTree(INSTEAD.get(chance.nextInt(INSTEAD.size())));
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.remove("username");
            if (!names.isEmpty()) {
                object.set(names.get(chance.nextInt(names.size())), instead);
            }
        } else if (place instanceof ArrayNode list && !list.isEmpty()) {
            list.set(chance.nextInt(list.size()), instead);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(inner -> collect(inner, places));
        }
    }
}
