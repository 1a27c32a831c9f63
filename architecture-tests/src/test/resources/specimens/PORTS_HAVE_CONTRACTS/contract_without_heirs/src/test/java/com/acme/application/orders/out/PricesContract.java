package com.acme.application.orders.out;

public abstract class PricesContract {}
