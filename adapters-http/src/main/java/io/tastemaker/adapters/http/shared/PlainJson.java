package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Values in the one form in which equal ones are equal. */
final class PlainJson {

    private PlainJson() {}

    /** 0.350 and 0.35 are the same command. */
    static BigDecimal canonical(BigDecimal number) {
        BigDecimal shorter = number.stripTrailingZeros();
        return shorter.scale() < 0 ? shorter.setScale(0) : shorter;
    }

    /** Any JSON as lists, sorted maps, strings, decimals and booleans; {@code null} members are left out. */
    static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            node.properties().stream()
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry -> members.put(entry.getKey(), plain(entry.getValue())));
            return members;
        } else if (node.isArray()) {
            return node.valueStream().filter(entry -> !entry.isNull()).map(PlainJson::plain).toList();
        } else if (node.isBigDecimal()) {
            return canonical(node.decimalValue());
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }
}
