<?php
// A panel whose sessions are customer 1001's, and two pages: /other counts its visits, every other path is the token route.
require 'support-pin.php';
session_start(json_decode(getenv('SESSION_OPTIONS') ?: '[]', true));
$_SESSION += ['customer' => 1001, 'visits' => 0];
if (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) !== '/other') {
    $client = ['endpoint' => getenv('TOKEN_ENDPOINT'), 'client' => 'panel', 'kid' => 'panel-1', 'key' => getenv('TOKEN_KEY')];
    support_pin_answer($client, $_SESSION['customer']);
    exit;
}
$_SESSION['customer'] = (int) ($_GET['customer'] ?? $_SESSION['customer']);
// ?seconds=… go by, for what the session keeps.
if (isset($_GET['seconds'])) {
    $_SESSION['support_pin']['until'] -= (int) $_GET['seconds'];
}
echo ++$_SESSION['visits'];
