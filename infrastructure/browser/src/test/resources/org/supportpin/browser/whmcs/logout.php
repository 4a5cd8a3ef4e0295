<?php

require __DIR__ . '/init.php';

unset($_SESSION['user'], $_SESSION['client'], $_SESSION['asOwner']);
header('Location: login.php');
