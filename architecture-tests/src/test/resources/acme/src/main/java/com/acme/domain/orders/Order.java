package com.acme.domain.orders;

import com.acme.domain.shared.Coded;
import java.time.Instant;
import java.util.Locale;

public record Order(OrderId id, String article, Status status, Instant placedAt) {
    public enum Status implements Coded {
        PLACED, SHIPPED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
