<?php
// A panel with nothing but a session. ?customer=… signs in, as a password would; the mark is the recipe of docs/panel-integration.md.
session_start();
if (isset($_GET['customer'])) {
    $customer = ctype_digit($_GET['customer']) ? (int) $_GET['customer'] : $_GET['customer'];
    $_SESSION = ['customer_id' => $customer, 'signed_in_at' => time(), 'confirmed_mobile' => $_GET['mobile'] ?? null] + $_SESSION;
}
// ?minutes=… go by, for what the session keeps; ?spoil: what it keeps was signed by a key that is no longer known.
if (isset($_GET['minutes'])) {
    $_SESSION['support_pin']['until'] -= 60 * (int) $_GET['minutes'];
}
if (isset($_GET['spoil'])) {
    $_SESSION['support_pin']['token'] = preg_replace('/.{8}$/D', 'AAAAAAAA', $_SESSION['support_pin']['token']);
}
$language = 'el';
?>
<!doctype html>
<html lang="el">
<head><meta charset="utf-8"><title>Panel</title><link rel="icon" href="data:,"></head>
<body>
<h1>Panel</h1>
%layout%
</body>
</html>
