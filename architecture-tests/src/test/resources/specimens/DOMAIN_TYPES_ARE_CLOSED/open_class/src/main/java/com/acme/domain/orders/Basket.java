// caught: com.acme.domain.orders.Basket is open
package com.acme.domain.orders;

public class Basket {}
