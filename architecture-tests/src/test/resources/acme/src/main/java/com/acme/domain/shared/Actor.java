package com.acme.domain.shared;

public sealed interface Actor {
    record Customer(String name) implements Actor {}
}
